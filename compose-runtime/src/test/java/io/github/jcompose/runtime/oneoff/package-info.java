/** Tests of the package. */
@NullMarked
package io.github.jcompose.runtime.oneoff;

import org.jspecify.annotations.NullMarked;
