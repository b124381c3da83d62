package io.github.jcompose.runtime;

import java.util.List;
import java.util.Map;

/**
 * A project that has containers on the engine.
 *
 * @param states how many containers are in which state, sorted by state
 * @param configFiles the compose files it was brought up from; empty if not known
 */
public record ProjectInfo(String name, Map<String, Integer> states, List<String> configFiles) {}
