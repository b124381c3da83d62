/** Reads what containers write and cuts it into lines. */
@NullMarked
package io.github.jcompose.runtime.logs;

import org.jspecify.annotations.NullMarked;
