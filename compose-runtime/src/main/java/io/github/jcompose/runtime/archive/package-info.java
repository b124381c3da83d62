/** Tar archives made while they are read, so that their size does not matter. */
@NullMarked
package io.github.jcompose.runtime.archive;

import org.jspecify.annotations.NullMarked;
