/** Tests of reading text. */
@NullMarked
package io.github.jcompose.loader.yaml;

import org.jspecify.annotations.NullMarked;
