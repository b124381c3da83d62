/** Finds the engine that a user means: variables, docker contexts, TLS files. */
@NullMarked
package io.github.jcompose.runtime.engine.host;

import org.jspecify.annotations.NullMarked;
