/** Maps services, networks and volumes to the bodies of the engine's create requests. */
@NullMarked
package io.github.jcompose.runtime.create;

import org.jspecify.annotations.NullMarked;
