/** What goes wrong between a program and an engine. */
@NullMarked
package io.github.jcompose.runtime.error;

import org.jspecify.annotations.NullMarked;
