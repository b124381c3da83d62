package io.github.jcompose.runtime.swarm.spec;

import java.util.Map;

/**
 * The configs and secrets of a stack that are in the swarm, by their keys in the project.
 *
 * @param configs by key
 * @param secrets by key
 */
public record FileRefs(Map<String, Ref> configs, Map<String, Ref> secrets) {
    /** A config or secret of a swarm. */
    public record Ref(String id, String name) {}
}
