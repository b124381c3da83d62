/** Tests of isolation, host detection and owners. */
@NullMarked
package io.github.jcompose.runtime.embed;

import org.jspecify.annotations.NullMarked;
