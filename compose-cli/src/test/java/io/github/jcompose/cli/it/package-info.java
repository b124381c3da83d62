/** Runs the real launcher as a process, on a real engine. */
@NullMarked
package io.github.jcompose.cli.it;

import org.jspecify.annotations.NullMarked;
