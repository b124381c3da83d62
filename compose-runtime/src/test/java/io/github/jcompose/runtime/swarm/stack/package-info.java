@NullMarked
package io.github.jcompose.runtime.swarm.stack;

import org.jspecify.annotations.NullMarked;
