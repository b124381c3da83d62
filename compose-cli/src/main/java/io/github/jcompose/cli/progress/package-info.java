/** Shows the progress of operations: live on a terminal, as lines, or as JSON. */
@NullMarked
package io.github.jcompose.cli.progress;

import org.jspecify.annotations.NullMarked;
