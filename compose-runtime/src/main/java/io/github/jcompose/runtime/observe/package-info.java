/** Reads from an engine what there is of a project, in a bounded number of calls. */
@NullMarked
package io.github.jcompose.runtime.observe;

import org.jspecify.annotations.NullMarked;
