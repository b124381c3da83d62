/** Starts containers in the order of dependencies, each when what it needs is ready. */
@NullMarked
package io.github.jcompose.runtime.start;

import org.jspecify.annotations.NullMarked;
