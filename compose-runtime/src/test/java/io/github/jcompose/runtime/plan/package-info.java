/** What is planned, as text. */
@NullMarked
package io.github.jcompose.runtime.plan;

import org.jspecify.annotations.NullMarked;
