/** Digests of texts and files. */
@NullMarked
package io.github.jcompose.model.digest;

import org.jspecify.annotations.NullMarked;
