package io.github.jcompose.runtime.engine;

import java.util.Comparator;

/**
 * A version of the Engine API, such as 1.41.
 *
 * @param major the part before the dot
 * @param minor the part behind the dot
 */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The oldest version that is spoken. */
    public static final ApiVersion MINIMUM = new ApiVersion(1, 40);

    /** The newest version that is known. */
    public static final ApiVersion NEWEST = new ApiVersion(1, 55);

    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    /**
     * {@return the version that the text names}
     *
     * @param text such as {@code 1.41}; a {@code v} before it is ignored
     * @throws IllegalArgumentException if it names none
     */
    public static ApiVersion parse(String text) {
        String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
        try {
            if (parts.length == 2) {
                return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            // Told below, with the whole text.
        }
        throw new IllegalArgumentException("'" + text + "' is no API version such as 1.41");
    }

    /** {@return whether this is the named version or a later one} */
    public boolean atLeast(String version) {
        return compareTo(parse(version)) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
