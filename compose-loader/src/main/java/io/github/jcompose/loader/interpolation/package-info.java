/** Variables in the values of a compose file: {@code ${NAME:-default}} and its relatives. */
@NullMarked
package io.github.jcompose.loader.interpolation;

import org.jspecify.annotations.NullMarked;
