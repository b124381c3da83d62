/** Carries out a plan on an engine; decides nothing. */
@NullMarked
package io.github.jcompose.runtime.execute;

import org.jspecify.annotations.NullMarked;
