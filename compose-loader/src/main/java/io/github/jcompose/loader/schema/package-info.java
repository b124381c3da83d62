/** The schema of the compose file and the check of a tree's structure against it. */
@NullMarked
package io.github.jcompose.loader.schema;

import org.jspecify.annotations.NullMarked;
