/** Compose files from git repositories and registries. */
@NullMarked
package io.github.jcompose.loader.remote;

import org.jspecify.annotations.NullMarked;
