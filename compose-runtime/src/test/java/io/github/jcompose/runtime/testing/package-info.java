/** What the tests that need a real engine share. */
@NullMarked
package io.github.jcompose.runtime.testing;

import org.jspecify.annotations.NullMarked;
