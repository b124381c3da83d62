package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;

/**
 * How a command is called and what it does.
 *
 * @param name the word that calls it
 * @param arguments what follows the flags, such as {@code [SERVICE...]}; empty if nothing does
 * @param summary what it does, in one line without a full stop
 * @param flags its own flags
 */
public record Synopsis(String name, String arguments, String summary, FlagSet flags) {}
