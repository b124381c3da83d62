/** The port to a Docker Engine: what it can be asked, in our own types. */
@NullMarked
package io.github.jcompose.runtime.engine;

import org.jspecify.annotations.NullMarked;
