/** What is wrong with a compose file, and where. */
@NullMarked
package io.github.jcompose.loader.problem;

import org.jspecify.annotations.NullMarked;
