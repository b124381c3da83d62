/** Holds what is known of the records of the model against the records. */
@NullMarked
package io.github.jcompose.loader.bind;

import org.jspecify.annotations.NullMarked;
