/** Short syntax to long. */
@NullMarked
package io.github.jcompose.loader.canonical;

import org.jspecify.annotations.NullMarked;
