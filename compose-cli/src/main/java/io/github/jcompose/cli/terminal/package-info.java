/** What the command is attached to: streams, variables, and the terminal if there is one. */
@NullMarked
package io.github.jcompose.cli.terminal;

import org.jspecify.annotations.NullMarked;
