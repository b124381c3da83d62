package io.github.jcompose.cli.log;

/**
 * How log lines are shown.
 *
 * @param colours colour the prefixes
 * @param prefix show which container wrote the line
 * @param stderrApart write what containers wrote to their error output to the error output
 */
public record LogStyle(boolean colours, boolean prefix, boolean stderrApart) {}
