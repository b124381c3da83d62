package io.github.jcompose.runtime.engine;

/**
 * A machine of a swarm ({@code GET /nodes}).
 *
 * @param version what an update must name
 * @param availability {@code active}, {@code pause} or {@code drain}
 * @param state {@code ready}, {@code down} and the like
 * @param spec what an update changes
 * @param raw the whole answer
 */
public record SwarmNode(
        String id, long version, String hostname, String availability, String state, JsonObject spec, JsonObject raw) {
    /** {@return the node that a list tells} */
    public static SwarmNode of(JsonObject raw) {
        JsonObject spec = raw.object("Spec");
        return new SwarmNode(
                raw.string("ID"),
                raw.object("Version").number("Index"),
                raw.object("Description").string("Hostname"),
                spec.string("Availability"),
                raw.object("Status").string("State"),
                spec,
                raw);
    }
}
