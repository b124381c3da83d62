/** Loads compose files: text to {@code Project}, every error with its position. */
@NullMarked
package io.github.jcompose.loader;

import org.jspecify.annotations.NullMarked;
