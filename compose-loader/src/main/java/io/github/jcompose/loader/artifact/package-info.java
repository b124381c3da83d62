/** Prepares the files of a project to be published. */
@NullMarked
package io.github.jcompose.loader.artifact;

import org.jspecify.annotations.NullMarked;
