package io.github.jcompose.runtime.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A volume ({@code GET /volumes}, {@code GET /volumes/{name}}).
 *
 * @param name unique on an engine
 * @param driver such as {@code local}
 * @param scope {@code local} or {@code global}
 * @param mountpoint the path on the engine's machine
 * @param labels by name
 * @param options of the driver
 * @param raw the whole answer
 */
public record VolumeDetails(
        String name,
        String driver,
        String scope,
        String mountpoint,
        Map<String, String> labels,
        Map<String, String> options,
        JsonObject raw) {

    /** {@return the volume that a list or an inspection tells} */
    public static VolumeDetails of(JsonObject raw) {
        return new VolumeDetails(
                raw.string("Name"),
                raw.string("Driver"),
                raw.string("Scope"),
                raw.string("Mountpoint"),
                raw.stringMap("Labels"),
                raw.stringMap("Options"),
                raw);
    }

    /** {@return the value of a label; empty if it is not there} */
    public Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }
}
