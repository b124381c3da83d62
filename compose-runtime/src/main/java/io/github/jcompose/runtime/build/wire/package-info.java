/** The messages of BuildKit's services, in the encoding of Protocol Buffers. */
@NullMarked
package io.github.jcompose.runtime.build.wire;

import org.jspecify.annotations.NullMarked;
