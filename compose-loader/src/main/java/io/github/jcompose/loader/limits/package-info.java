/** What a load may use up. */
@NullMarked
package io.github.jcompose.loader.limits;

import org.jspecify.annotations.NullMarked;
