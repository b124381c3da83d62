/** An engine that only pretends, for dry runs and tests. */
@NullMarked
package io.github.jcompose.runtime.engine.recording;

import org.jspecify.annotations.NullMarked;
