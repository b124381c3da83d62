/** What failures of the system mean, in words. */
@NullMarked
package io.github.jcompose.model.failure;

import org.jspecify.annotations.NullMarked;
