/** What the loader says of wrong files, to the letter. */
@NullMarked
package io.github.jcompose.loader.errors;

import org.jspecify.annotations.NullMarked;
