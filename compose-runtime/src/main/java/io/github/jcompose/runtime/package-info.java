/** Observes a project on an engine, plans what has to change, and does it. */
@NullMarked
package io.github.jcompose.runtime;

import org.jspecify.annotations.NullMarked;
