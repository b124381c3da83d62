package io.github.jcompose.kubernetes.convert;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What becomes an entry of a ConfigMap or a Secret. */
final class FileContent {
    /** What the API server takes at most in one object. */
    static final int LIMIT = 1024 * 1024;

    private FileContent() {}

    /** Puts the bytes in one of the maps: as text if they are UTF-8. */
    static void put(String key, byte[] bytes, Map<String, String> text, Map<String, String> binary) {
        try {
            text.put(
                    key,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            binary.put(key, base64(bytes));
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@return a key of a ConfigMap or Secret near to the name of a file} */
    static String key(String fileName) {
        String key = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return key.equals(".") || key.equals("..") || key.isEmpty() ? "file" : key;
    }
}
