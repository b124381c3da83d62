/** The short notations inside scalars (ports, mounts, command lines, numbers …), each read by a pure function. */
@NullMarked
package io.github.jcompose.loader.syntax;

import org.jspecify.annotations.NullMarked;
