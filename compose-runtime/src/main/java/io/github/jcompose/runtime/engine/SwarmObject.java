package io.github.jcompose.runtime.engine;

import java.util.Map;

/**
 * A config or a secret of a swarm ({@code GET /configs}, {@code GET /secrets}).
 *
 * @param version what an update must name
 * @param labels by name
 * @param templating the driver of its template; empty for none
 */
public record SwarmObject(String id, long version, String name, Map<String, String> labels, String templating) {
    /** {@return the config or secret that a list tells; its content is left behind} */
    public static SwarmObject of(JsonObject raw) {
        JsonObject spec = raw.object("Spec");
        return new SwarmObject(
                raw.string("ID"),
                raw.object("Version").number("Index"),
                spec.string("Name"),
                spec.stringMap("Labels"),
                spec.object("Templating").string("Name"));
    }
}
