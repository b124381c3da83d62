/** A whole load, from the request of a user to a project. */
@NullMarked
package io.github.jcompose.loader.project;

import org.jspecify.annotations.NullMarked;
