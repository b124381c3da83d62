/** Builds with the BuildKit that is part of the engine. */
@NullMarked
package io.github.jcompose.runtime.build.kit;

import org.jspecify.annotations.NullMarked;
