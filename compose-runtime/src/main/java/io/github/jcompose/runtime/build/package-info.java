/** Builds the images of services that say how. */
@NullMarked
package io.github.jcompose.runtime.build;

import org.jspecify.annotations.NullMarked;
