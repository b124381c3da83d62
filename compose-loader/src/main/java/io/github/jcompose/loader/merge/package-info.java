/** How a later file, document or extending service joins an earlier one. */
@NullMarked
package io.github.jcompose.loader.merge;

import org.jspecify.annotations.NullMarked;
