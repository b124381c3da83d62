/** Tests of how images are found. */
@NullMarked
package io.github.jcompose.runtime.images;

import org.jspecify.annotations.NullMarked;
