/** What a project means on an engine: its names, its labels, the order of its services. */
@NullMarked
package io.github.jcompose.runtime.project;

import org.jspecify.annotations.NullMarked;
