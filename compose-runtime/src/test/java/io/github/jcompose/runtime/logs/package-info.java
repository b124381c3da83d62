/** How output becomes lines. */
@NullMarked
package io.github.jcompose.runtime.logs;

import org.jspecify.annotations.NullMarked;
