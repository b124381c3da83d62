/** How tasks run together. */
@NullMarked
package io.github.jcompose.runtime.work;

import org.jspecify.annotations.NullMarked;
