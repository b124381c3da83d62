/** What an operation tells while it runs. */
@NullMarked
package io.github.jcompose.runtime.event;

import org.jspecify.annotations.NullMarked;
