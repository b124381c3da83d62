/** Stacks: projects deployed to a swarm, which spreads their services over its machines. */
@NullMarked
package io.github.jcompose.runtime.swarm;

import org.jspecify.annotations.NullMarked;
