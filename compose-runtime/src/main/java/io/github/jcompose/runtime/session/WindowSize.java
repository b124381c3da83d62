package io.github.jcompose.runtime.session;

/**
 * The size of a terminal's window, in characters.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record WindowSize(int rows, int columns) {}
