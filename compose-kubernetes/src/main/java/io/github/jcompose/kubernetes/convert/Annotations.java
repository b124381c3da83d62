package io.github.jcompose.kubernetes.convert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Labels and annotations of services as annotations: labels of Kubernetes take fewer values. */
final class Annotations {
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    private Annotations() {}

    static Map<String, String> of(Conversion conversion, String service, String attribute, Map<String, String> pairs) {
        Map<String, String> annotations = new TreeMap<>();
        pairs.forEach((key, value) -> {
            if (KEY.matcher(key).matches()) {
                annotations.put(key, value);
            } else {
                conversion.warn(
                        List.of("services", service, attribute, key),
                        "'" + key + "' is no key of an annotation; it is left out",
                        null);
            }
        });
        return annotations;
    }
}
