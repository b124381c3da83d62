/** The Compose model: immutable records, their builders, canonical tree, config hash and dependency graph. */
@NullMarked
package io.github.jcompose.model;

import org.jspecify.annotations.NullMarked;
