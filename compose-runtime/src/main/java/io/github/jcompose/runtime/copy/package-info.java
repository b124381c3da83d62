/** Copies files between containers and this machine. */
@NullMarked
package io.github.jcompose.runtime.copy;

import org.jspecify.annotations.NullMarked;
