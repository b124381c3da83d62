package io.github.jcompose.runtime.engine.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where and how requests are sent.
 *
 * @param host for messages
 * @param origin who said so, for messages; such as {@code DOCKER_HOST}
 * @param authority the header {@code Host}
 * @param basePath before every path; often empty
 * @param headers sent with every request
 */
public record Target(URI host, String origin, String authority, String basePath, Map<String, String> headers) {
    private static final String UNRESERVED = "-._~!$&'()*+,;=:@/";
    private static final String HEX = "0123456789ABCDEF";

    /** {@return the text as it may stand in a path; slashes stay} */
    static String encodePath(String path) {
        return encode(path, UNRESERVED);
    }

    /** {@return the text as it may stand for a name or a value in a query} */
    static String encodeQuery(String text) {
        return encode(text, "-._~/:@,");
    }

    private static String encode(String text, String safe) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isLetterOrDigit(c) || safe.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
