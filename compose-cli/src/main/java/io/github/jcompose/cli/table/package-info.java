/** Lays out lists: columns of text, and the words in which containers are described. */
@NullMarked
package io.github.jcompose.cli.table;

import org.jspecify.annotations.NullMarked;
