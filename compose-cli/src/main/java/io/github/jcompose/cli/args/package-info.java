/**
 * Reads command lines by the conventions of the docker command: flags before and between arguments, {@code --} to
 * end them.
 *
 * <p>A table of flags per command in place of an argument library: building the model of even one command by such a
 * library takes a fresh JVM longer than all the rest of {@code jcompose version}.
 */
@NullMarked
package io.github.jcompose.cli.args;

import org.jspecify.annotations.NullMarked;
