package io.github.jcompose.runtime.inspect;

import java.util.Map;

/**
 * A volume of a project.
 *
 * @param name on the engine
 * @param key in the compose file; empty if the label that tells it is missing
 * @param driver such as {@code local}
 * @param scope {@code local} or {@code global}
 * @param mountpoint the path on the engine's machine
 * @param labels by name
 * @param options of the driver
 */
public record VolumeInfo(
        String name,
        String key,
        String driver,
        String scope,
        String mountpoint,
        Map<String, String> labels,
        Map<String, String> options) {}
