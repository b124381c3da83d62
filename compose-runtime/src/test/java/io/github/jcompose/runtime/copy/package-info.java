/** Copying files. */
@NullMarked
package io.github.jcompose.runtime.copy;

import org.jspecify.annotations.NullMarked;
