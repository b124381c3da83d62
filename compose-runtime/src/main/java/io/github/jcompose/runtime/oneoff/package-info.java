/** Containers that do one task for a service and are none of its replicas. */
@NullMarked
package io.github.jcompose.runtime.oneoff;

import org.jspecify.annotations.NullMarked;
