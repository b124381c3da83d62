/** YAML text to trees. */
@NullMarked
package io.github.jcompose.loader.yaml;

import org.jspecify.annotations.NullMarked;
