/** Tests of the package. */
@NullMarked
package io.github.jcompose.runtime.interactive;

import org.jspecify.annotations.NullMarked;
