package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers that a user wants on every request, from {@code config.json} and {@code DOCKER_CUSTOM_HEADERS}. */
final class CustomHeaders {
    private static final String VARIABLE = "DOCKER_CUSTOM_HEADERS";

    private CustomHeaders() {}

    static Map<String, String> of(HostOptions options, DockerConfig config) {
        Map<String, String> headers = new LinkedHashMap<>(config.settings().stringMap("HttpHeaders"));
        for (String field : fields(options.variable(VARIABLE))) {
            int equals = field.indexOf('=');
            if (equals <= 0) {
                // Without the field itself: it may be a secret.
                throw new ComposeException(VARIABLE + " must be a list of name=value, parted by commas");
            }
            headers.put(field.substring(0, equals).strip(), field.substring(equals + 1));
        }
        return headers;
    }

    /** {@return the fields of a line of comma-separated values (RFC 4180)} */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (!line.isEmpty()) {
            fields.add(field.toString());
        }
        return fields;
    }
}
