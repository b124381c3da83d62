/** What an engine tells of the containers, images and volumes of a project. */
@NullMarked
package io.github.jcompose.runtime.inspect;

import org.jspecify.annotations.NullMarked;
