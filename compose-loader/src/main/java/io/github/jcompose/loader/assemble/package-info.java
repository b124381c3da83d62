/** From files to one tree: extends, include and the order of the stages. */
@NullMarked
package io.github.jcompose.loader.assemble;

import org.jspecify.annotations.NullMarked;
