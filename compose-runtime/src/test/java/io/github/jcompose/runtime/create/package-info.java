/** What create requests hold. */
@NullMarked
package io.github.jcompose.runtime.create;

import org.jspecify.annotations.NullMarked;
