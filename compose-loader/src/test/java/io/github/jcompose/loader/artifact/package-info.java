/** Tests of the behaviour of this stage, by loading whole projects. */
@NullMarked
package io.github.jcompose.loader.artifact;

import org.jspecify.annotations.NullMarked;
