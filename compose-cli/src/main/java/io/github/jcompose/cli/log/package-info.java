/** Shows the log lines of containers. */
@NullMarked
package io.github.jcompose.cli.log;

import org.jspecify.annotations.NullMarked;
