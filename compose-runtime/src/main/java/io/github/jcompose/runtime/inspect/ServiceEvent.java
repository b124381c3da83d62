package io.github.jcompose.runtime.inspect;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a container of a service.
 *
 * @param time when, by the engine's clock
 * @param service the service
 * @param container the name of the container
 * @param id its whole id
 * @param action in the engine's words, such as {@code start}, {@code die} or {@code health_status: healthy}
 * @param attributes the labels of the container but those of Compose, and what belongs to the action, such as
 *     {@code exitCode}; sorted by name
 */
public record ServiceEvent(
        Instant time, String service, String container, String id, String action, Map<String, String> attributes) {}
