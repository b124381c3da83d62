/** What {@code exec}, {@code run} and {@code attach} are asked for, and the user's end of such a session. */
@NullMarked
package io.github.jcompose.runtime.session;

import org.jspecify.annotations.NullMarked;
