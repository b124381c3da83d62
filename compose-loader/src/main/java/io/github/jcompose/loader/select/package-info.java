/** Which services of a project are enabled and chosen, what they use, and what their environment is. */
@NullMarked
package io.github.jcompose.loader.select;

import org.jspecify.annotations.NullMarked;
