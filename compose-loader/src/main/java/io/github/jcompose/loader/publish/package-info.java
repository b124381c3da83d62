/** Projects as they go into registries. */
@NullMarked
package io.github.jcompose.loader.publish;

import org.jspecify.annotations.NullMarked;
