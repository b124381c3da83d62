/** What is sent to be built from. */
@NullMarked
package io.github.jcompose.runtime.build.context;

import org.jspecify.annotations.NullMarked;
