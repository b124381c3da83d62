/** Asks an engine about the containers, images and volumes of a project. */
@NullMarked
package io.github.jcompose.runtime.query;

import org.jspecify.annotations.NullMarked;
