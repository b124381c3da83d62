/** Values as text for people. */
@NullMarked
package io.github.jcompose.cli.text;

import org.jspecify.annotations.NullMarked;
