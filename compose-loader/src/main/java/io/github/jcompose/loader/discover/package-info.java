/** Which files, variables and project name a load starts from. */
@NullMarked
package io.github.jcompose.loader.discover;

import org.jspecify.annotations.NullMarked;
