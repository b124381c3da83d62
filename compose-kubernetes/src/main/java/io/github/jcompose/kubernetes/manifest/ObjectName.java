package io.github.jcompose.kubernetes.manifest;

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
        String name = cut(composeName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-"), LONGEST);
        if (name.isEmpty()) {
            throw new ComposeException("no Kubernetes name can be made of '" + composeName + "'");
        }
        return new ObjectName(name);
    }

    /**
     * {@return the nearest valid name of a Kubernetes Service, a DNS label after RFC 1035: it starts with a letter}
     *
     * @throws ComposeException if no letter or digit is left
     */
    public static ObjectName ofService(String composeName) {
        String name = of(composeName).value;
        boolean digit = Character.isDigit(name.charAt(0));
        return digit ? new ObjectName(cut("s-" + name, LONGEST)) : new ObjectName(name);
    }

    /** {@return this name and a hyphen and the suffix, the name shortened so that the suffix stays whole} */
    public ObjectName with(String suffix) {
        String end = cut(of(suffix).value, LONGEST - 2);
        return new ObjectName(cut(value, LONGEST - 1 - end.length()) + "-" + end);
    }

    private static String cut(String label, int longest) {
        return label.substring(0, Math.min(label.length(), longest)).replaceAll("^-+|-+$", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
