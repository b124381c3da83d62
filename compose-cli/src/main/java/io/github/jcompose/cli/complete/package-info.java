/** Tells a shell what may come next on the command line. */
@NullMarked
package io.github.jcompose.cli.complete;

import org.jspecify.annotations.NullMarked;
