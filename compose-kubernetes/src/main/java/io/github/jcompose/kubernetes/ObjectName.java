package io.github.jcompose.kubernetes;

import io.github.jcompose.model.ComposeException;
import java.util.Locale;

/**
 * The name of a Kubernetes object, a DNS label after RFC 1123: up to 63 lower-case letters, digits and
 * hyphens, with a letter or digit at both ends.
 *
 * @param value the name
 */
public record ObjectName(String value) {
    private static final int LONGEST = 63;

    /**
     * {@return the nearest valid name of an object of a compose file, which may have upper-case letters, dots
     * and underscores}
     *
     * @throws ComposeException if no letter or digit is left
     */
    public static ObjectName of(String composeName) {
        String label = composeName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        String shortened = label.substring(0, Math.min(label.length(), LONGEST));
        String name = shortened.replaceAll("^-+|-+$", "");
        if (name.isEmpty()) {
            throw new ComposeException("no Kubernetes name can be made of '" + composeName + "'");
        }
        return new ObjectName(name);
    }

    @Override
    public String toString() {
        return value;
    }
}
