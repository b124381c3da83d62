package io.github.jcompose.runtime.engine;

import java.util.Map;

/**
 * A service of a swarm ({@code GET /services}).
 *
 * @param version what an update must name, so that it does not undo another
 * @param labels of the service, not of its containers
 * @param spec what was asked for, with the swarm's defaults
 * @param raw the whole answer
 */
public record SwarmService(
        String id, long version, String name, Map<String, String> labels, JsonObject spec, JsonObject raw) {
    /** {@return the service that a list or an inspection tells} */
    public static SwarmService of(JsonObject raw) {
        JsonObject spec = raw.object("Spec");
        return new SwarmService(
                raw.string("ID"),
                raw.object("Version").number("Index"),
                spec.string("Name"),
                spec.stringMap("Labels"),
                spec,
                raw);
    }

    /** {@return the part of the request that each task is made from} */
    public JsonObject taskTemplate() {
        return spec.object("TaskTemplate");
    }

    /** {@return the image as the tasks get it, with a digest if it is known} */
    public String image() {
        return taskTemplate().object("ContainerSpec").string("Image");
    }

    /** {@return how the latest update goes, such as {@code updating} or {@code rollback_completed}; empty without one} */
    public String updateState() {
        return raw.object("UpdateStatus").string("State");
    }

    /** {@return what the swarm says of the latest update; empty without one} */
    public String updateMessage() {
        return raw.object("UpdateStatus").string("Message");
    }
}
