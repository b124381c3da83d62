package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The head of a request or an answer.
 *
 * @param lines without their ends; the first is the request or status line
 */
record HttpHead(List<String> lines) {
    private static final Set<String> WORDS =
            Set.of("json", "create", "prune", "load", "search", "get", "build", "events", "info", "version");

    static HttpHead of(byte[] bytes) {
        return new HttpHead(
                List.of(new String(bytes, StandardCharsets.ISO_8859_1).strip().split("\r\n", -1)));
    }

    private String word(int index) {
        return lines.get(0).split(" ", -1)[index];
    }

    String method() {
        return word(0);
    }

    int status() {
        return Integer.parseInt(word(1));
    }

    /** {@return the call without version, names, ids and query, such as <code>POST /containers/{id}/start</code>} */
    String call() {
        String path = word(1).replaceFirst("\\?.*", "").replaceFirst("^/v[0-9.]+/", "/");
        String[] parts = path.substring(1).split("/", -1);
        String last = parts[parts.length - 1];
        StringBuilder call = new StringBuilder(method()).append(" /").append(parts[0]);
        if (parts.length > 1) {
            boolean named = !WORDS.contains(parts[1]) && !parts[0].startsWith("_");
            call.append('/').append(named ? "{id}" : parts[1]);
        }
        if (parts.length > 2) {
            call.append('/').append(last);
        }
        return call.toString();
    }

    private String header(String name) {
        String prefix = name + ":";
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return line.substring(prefix.length()).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    boolean upgrades() {
        return !header("upgrade").isEmpty();
    }

    /** {@return whether what follows ends with the connection only, unless the head tells a length} */
    boolean isOpenEnded() {
        return header("content-length").isEmpty()
                && !header("transfer-encoding").contains("chunked");
    }

    /** Moves the body over, as far as the head tells how long it is. */
    void moveBody(ByteLink source, ByteLink.Sink target) throws IOException {
        if (header("transfer-encoding").contains("chunked")) {
            moveChunks(source, target);
        } else if (!header("content-length").isEmpty()) {
            source.move(Long.parseLong(header("content-length")), target);
        }
    }

    private static void moveChunks(ByteLink source, ByteLink.Sink target) throws IOException {
        for (long length = -1; length != 0; ) {
            byte[] line = source.until("\r\n");
            length = Long.parseLong(
                    new String(line, StandardCharsets.US_ASCII)
                            .replaceFirst(";.*", "")
                            .strip(),
                    16);
            target.write(line);
            source.move(length + 2, target);
        }
    }
}
