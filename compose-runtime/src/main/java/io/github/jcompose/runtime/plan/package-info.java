/** Decides, without touching anything, which steps lead from what is there to what is wanted. */
@NullMarked
package io.github.jcompose.runtime.plan;

import org.jspecify.annotations.NullMarked;
