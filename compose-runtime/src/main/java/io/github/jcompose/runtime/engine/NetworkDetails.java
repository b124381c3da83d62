package io.github.jcompose.runtime.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A network ({@code GET /networks}, {@code GET /networks/{id}}).
 *
 * @param id 64 hexadecimal digits
 * @param name not unique on an engine
 * @param driver such as {@code bridge}
 * @param scope {@code local}, {@code global} or {@code swarm}
 * @param internal whether it leads nowhere else
 * @param attachable whether single containers may join a swarm network
 * @param labels by name
 * @param options of the driver
 * @param containers the endpoints by container id; never told by a list
 * @param raw the whole answer, for example with {@code IPAM}
 */
public record NetworkDetails(
        String id,
        String name,
        String driver,
        String scope,
        boolean internal,
        boolean attachable,
        Map<String, String> labels,
        Map<String, String> options,
        Map<String, JsonObject> containers,
        JsonObject raw) {

    /** {@return the network that a list or an inspection tells} */
    public static NetworkDetails of(JsonObject raw) {
        return new NetworkDetails(
                raw.string("Id"),
                raw.string("Name"),
                raw.string("Driver"),
                raw.string("Scope"),
                raw.bool("Internal"),
                raw.bool("Attachable"),
                raw.stringMap("Labels"),
                raw.stringMap("Options"),
                raw.objectMap("Containers"),
                raw);
    }

    /** {@return the value of a label; empty if it is not there} */
    public Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }
}
