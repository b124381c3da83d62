/** Remote files, from repositories and registries on this machine. */
@NullMarked
package io.github.jcompose.loader.remote;

import org.jspecify.annotations.NullMarked;
