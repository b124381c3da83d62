package io.github.jcompose.loader.syntax;

import java.util.Locale;

/** The name of a project: lower-case letters, digits, hyphens and underscores, the first one a letter or digit. */
public final class ProjectName {
    private ProjectName() {}

    /** {@return the text in lower case and without what a name cannot have; empty if nothing is left} */
    public static String normalize(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letterOrDigit || (!name.isEmpty() && (c == '-' || c == '_'))) {
                name.append(c);
            }
        }
        return name.toString();
    }

    /**
     * {@return the name, which is valid}
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String requireValid(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the project name is empty");
        }
        String normal = normalize(name);
        if (!normal.equals(name)) {
            throw new IllegalArgumentException("invalid project name " + Quoted.of(name)
                    + ": must consist only of lower-case letters, digits, hyphens and underscores, and start with a"
                    + " letter or digit" + (normal.isEmpty() ? "" : "; " + Quoted.of(normal) + " would do"));
        }
        return name;
    }
}
