@NullMarked
package io.github.jcompose.runtime.swarm.spec;

import org.jspecify.annotations.NullMarked;
