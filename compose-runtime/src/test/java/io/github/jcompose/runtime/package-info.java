/** What the facade does, on a real engine. */
@NullMarked
package io.github.jcompose.runtime;

import org.jspecify.annotations.NullMarked;
