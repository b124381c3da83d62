package io.github.jcompose.runtime.swarm;

/**
 * A stack of a swarm.
 *
 * @param services how many it has
 */
public record StackInfo(String name, int services) {}
