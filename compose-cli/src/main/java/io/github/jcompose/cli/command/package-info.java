/** The commands, a class each: flags to options of the library, and its answers to text. */
@NullMarked
package io.github.jcompose.cli.command;

import org.jspecify.annotations.NullMarked;
