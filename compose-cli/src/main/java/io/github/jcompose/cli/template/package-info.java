/** The template language of {@code --format}: the part of Go's text/template that users of docker know. */
@NullMarked
package io.github.jcompose.cli.template;

import org.jspecify.annotations.NullMarked;
