/** What lets the same project run many times at once for programs, and be cleaned up after those that die. */
@NullMarked
package io.github.jcompose.runtime.embed;

import org.jspecify.annotations.NullMarked;
