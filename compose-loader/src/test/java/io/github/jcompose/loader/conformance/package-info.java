/** Holds the loader against what docker compose printed for the compose files of other people. */
@NullMarked
package io.github.jcompose.loader.conformance;

import org.jspecify.annotations.NullMarked;
