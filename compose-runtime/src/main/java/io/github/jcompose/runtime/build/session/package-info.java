/** Answers what BuildKit asks of its client during a build. */
@NullMarked
package io.github.jcompose.runtime.build.session;

import org.jspecify.annotations.NullMarked;
