/** Makes sure that the images of a project are on the engine. */
@NullMarked
package io.github.jcompose.runtime.images;

import org.jspecify.annotations.NullMarked;
