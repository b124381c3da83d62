/** Holds that any input ends in a project or in one exception of ours, soon and within bounds. */
@NullMarked
package io.github.jcompose.loader.robustness;

import org.jspecify.annotations.NullMarked;
