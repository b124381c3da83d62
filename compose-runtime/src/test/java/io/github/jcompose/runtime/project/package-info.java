/** Names, labels and order. */
@NullMarked
package io.github.jcompose.runtime.project;

import org.jspecify.annotations.NullMarked;
