package io.github.jcompose.runtime.engine;

/**
 * One message of a pull, a push or a build.
 *
 * @param id of the layer; empty if it is about the whole
 * @param status such as {@code Downloading}
 * @param current how many bytes of it are done; 0 if not told
 * @param total how many bytes there are; 0 if not told
 * @param stream text of a build; empty otherwise
 * @param raw the whole message
 */
public record PullProgress(String id, String status, long current, long total, String stream, JsonObject raw) {
    /** {@return the progress that a message tells} */
    public static PullProgress of(JsonObject raw) {
        JsonObject detail = raw.object("progressDetail");
        return new PullProgress(
                raw.string("id"),
                raw.string("status"),
                detail.number("current"),
                detail.number("total"),
                raw.string("stream"),
                raw);
    }
}
