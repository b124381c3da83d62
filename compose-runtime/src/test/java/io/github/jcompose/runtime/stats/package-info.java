/** Statistics of containers. */
@NullMarked
package io.github.jcompose.runtime.stats;

import org.jspecify.annotations.NullMarked;
