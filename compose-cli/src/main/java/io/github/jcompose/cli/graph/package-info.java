/** Draws what a project consists of and how it hangs together. */
@NullMarked
package io.github.jcompose.cli.graph;

import org.jspecify.annotations.NullMarked;
