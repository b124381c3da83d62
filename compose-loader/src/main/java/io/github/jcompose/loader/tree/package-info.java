/** The tree that every stage of the loader works on: nodes that know where they stand in a file. */
@NullMarked
package io.github.jcompose.loader.tree;

import org.jspecify.annotations.NullMarked;
