package io.github.jcompose.runtime.engine;

import java.time.Instant;

/**
 * A task of a swarm: one container, wanted or there or gone ({@code GET /tasks}).
 *
 * @param node the id of the node; empty before it has one
 * @param slot the number among the replicas; 0 where each node has one
 * @param desiredState such as {@code running} or {@code shutdown}
 * @param state such as {@code preparing} or {@code failed}
 * @param since when it came to that state
 * @param error why it failed; empty if it did not
 * @param spec the part of the service's request that it was made from
 * @param raw the whole answer
 */
public record SwarmTask(
        String id,
        String service,
        String node,
        int slot,
        String desiredState,
        String state,
        Instant since,
        Instant created,
        String error,
        JsonObject spec,
        JsonObject raw) {
    /** {@return the task that a list tells} */
    public static SwarmTask of(JsonObject raw) {
        JsonObject status = raw.object("Status");
        return new SwarmTask(
                raw.string("ID"),
                raw.string("ServiceID"),
                raw.string("NodeID"),
                (int) raw.number("Slot"),
                raw.string("DesiredState"),
                status.string("State"),
                status.instant("Timestamp").orElse(Instant.EPOCH),
                raw.instant("CreatedAt").orElse(Instant.EPOCH),
                status.string("Err"),
                raw.object("Spec"),
                raw);
    }
}
