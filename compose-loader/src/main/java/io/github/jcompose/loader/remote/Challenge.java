package io.github.jcompose.loader.remote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry asks for before it answers (RFC 9110 section 11.6.1).
 *
 * @param scheme {@code basic} or {@code bearer}, in lower case
 * @param parameters such as {@code realm}, {@code service}, {@code scope}
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\",\\s]+))");

    /** {@return the value of a {@code WWW-Authenticate} header} */
    static Challenge parse(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(parts.length < 2 ? "" : parts[1]);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return new Challenge(parts[0].toLowerCase(Locale.ROOT), parameters);
    }
}
