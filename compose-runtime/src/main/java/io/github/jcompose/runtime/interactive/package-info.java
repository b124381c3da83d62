/** Sessions with processes in containers: input, output, terminal, signals and exit code. */
@NullMarked
package io.github.jcompose.runtime.interactive;

import org.jspecify.annotations.NullMarked;
