/** Paths, environments, default names and implied attributes. */
@NullMarked
package io.github.jcompose.loader.resolve;

import org.jspecify.annotations.NullMarked;
