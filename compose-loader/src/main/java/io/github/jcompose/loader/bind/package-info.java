/** Trees to records of the model. */
@NullMarked
package io.github.jcompose.loader.bind;

import org.jspecify.annotations.NullMarked;
