/** Does tasks at the same time, within limits, and tells of them. */
@NullMarked
package io.github.jcompose.runtime.work;

import org.jspecify.annotations.NullMarked;
