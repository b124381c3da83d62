/** Random operations on random projects for as long as is wanted, checked against a model of what they must do. */
@NullMarked
package io.github.jcompose.runtime.soak;

import org.jspecify.annotations.NullMarked;
