/** Measures how long loading compose files takes. */
@NullMarked
package io.github.jcompose.benchmarks;

import org.jspecify.annotations.NullMarked;
