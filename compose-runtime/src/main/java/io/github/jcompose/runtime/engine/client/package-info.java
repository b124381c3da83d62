/** The port to an engine over HTTP. */
@NullMarked
package io.github.jcompose.runtime.engine.client;

import org.jspecify.annotations.NullMarked;
