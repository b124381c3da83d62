/** What a schema cannot say: references between objects, exclusions, cycles. */
@NullMarked
package io.github.jcompose.loader.check;

import org.jspecify.annotations.NullMarked;
