/** Maps a project to the requests for the services, networks, configs and secrets of a stack. */
@NullMarked
package io.github.jcompose.runtime.swarm.spec;

import org.jspecify.annotations.NullMarked;
