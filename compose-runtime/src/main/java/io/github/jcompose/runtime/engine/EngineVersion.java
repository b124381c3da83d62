package io.github.jcompose.runtime.engine;

/**
 * What an engine says of itself ({@code GET /version}).
 *
 * @param version the engine's own version, such as {@code 20.10.24}
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}
 * @param raw the whole answer
 */
public record EngineVersion(String version, String os, String architecture, JsonObject raw) {
    /** {@return the version that the answer tells} */
    public static EngineVersion of(JsonObject raw) {
        return new EngineVersion(raw.string("Version"), raw.string("Os"), raw.string("Arch"), raw);
    }
}
