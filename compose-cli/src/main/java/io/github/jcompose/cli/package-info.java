/** The {@code jcompose} command: arguments and rendering. */
@NullMarked
package io.github.jcompose.cli;

import org.jspecify.annotations.NullMarked;
