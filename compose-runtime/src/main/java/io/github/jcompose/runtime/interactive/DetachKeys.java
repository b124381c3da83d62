package io.github.jcompose.runtime.interactive;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that end a session and leave the process running. */
final class DetachKeys {
    private static final String USUAL = "ctrl-p,ctrl-q";
    private static final String CONTROL = "ctrl-";
    private static final String CONTROLLED = "@abcdefghijklmnopqrstuvwxyz[\\]^_";
    private static final char DELETE = 127;

    private final String text;
    private final byte[] bytes;

    private DetachKeys(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /**
     * {@return the keys that the text names, else those of docker's settings, else the usual ones}
     *
     * @param environment says where docker's settings are
     * @throws ComposeException if a key is none
     */
    static DetachKeys of(@Nullable String text, Map<String, String> environment) {
        if (text != null && !text.isEmpty()) {
            return parse(text, "");
        }
        DockerConfig config = DockerConfig.read(environment);
        String set = config.settings().string("detachKeys");
        return set.isEmpty()
                ? parse(USUAL, "")
                : parse(set, " (detachKeys in " + config.folder().resolve("config.json") + ")");
    }

    private static DetachKeys parse(String text, String where) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String key : text.split(",", -1)) {
            int code = code(key);
            if (code < 0) {
                throw new ComposeException("invalid detach keys \"" + text + "\"" + where + ": \"" + key
                        + "\" is no key; expected single characters, ctrl-a to ctrl-z, ctrl-@, ctrl-[, ctrl-\\, ctrl-],"
                        + " ctrl-^, ctrl-_ or DEL, separated by commas, such as ctrl-p,ctrl-q");
            }
            bytes.write(code);
        }
        return new DetachKeys(text, bytes.toByteArray());
    }

    private static int code(String key) {
        if (key.equals("DEL")) {
            return DELETE;
        } else if (key.startsWith(CONTROL) && key.length() == CONTROL.length() + 1) {
            return CONTROLLED.indexOf(key.charAt(key.length() - 1));
        }
        byte[] encoded = key.getBytes(StandardCharsets.UTF_8);
        return encoded.length == 1 ? encoded[0] : -1;
    }

    /** {@return the keys as the engine's API takes them} */
    String text() {
        return text;
    }

    /** {@return how many keys there are; at least 1} */
    int length() {
        return bytes.length;
    }

    /** {@return what the terminal sends for one of them} */
    byte at(int index) {
        return bytes[index];
    }
}
