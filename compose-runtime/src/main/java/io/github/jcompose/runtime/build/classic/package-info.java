/** Builds with the builder that every engine has. */
@NullMarked
package io.github.jcompose.runtime.build.classic;

import org.jspecify.annotations.NullMarked;
