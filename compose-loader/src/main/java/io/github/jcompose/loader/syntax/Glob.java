package io.github.jcompose.loader.syntax;

/**
 * Patterns for names: {@code *} is any text and {@code ?} any character, both without slashes; {@code [a-c]} is a
 * character of a set, {@code [^a-c]} one that is not; a backslash takes the next character as it is.
 */
public final class Glob {
    private final String pattern;
    private int at;

    private Glob(String pattern) {
        this.pattern = pattern;
    }

    /**
     * {@return whether the pattern fits the whole name}
     *
     * @throws IllegalArgumentException if it is no pattern
     */
    public static boolean matches(String pattern, String name) {
        new Glob(pattern).requireValid();
        return new Glob(pattern).matches(name);
    }

    private boolean matches(String name) {
        int inName = 0;
        int star = -1;
        int afterStar = 0;
        while (inName < name.length() || at < pattern.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = ++at;
                afterStar = inName;
            } else if (at < pattern.length() && inName < name.length() && takes(name.codePointAt(inName))) {
                inName += Character.charCount(name.codePointAt(inName));
            } else if (star >= 0 && afterStar < name.length() && name.charAt(afterStar) != '/') {
                // The last star takes one character more; earlier ones need not, as it can take all they could.
                afterStar += Character.charCount(name.codePointAt(afterStar));
                inName = afterStar;
                at = star;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether the element of the pattern takes the character; steps over the element. */
    private boolean takes(int character) {
        char c = pattern.charAt(at);
        return switch (c) {
            case '?' -> {
                at++;
                yield character != '/';
            }
            case '[' -> takesFromSet(character);
            default -> next() == character;
        };
    }

    private boolean takesFromSet(int character) {
        at++;
        boolean negated = pattern.startsWith("^", at);
        at += negated ? 1 : 0;
        boolean found = false;
        do {
            int low = nextOfSet();
            int high = low;
            if (pattern.startsWith("-", at)) {
                at++;
                high = nextOfSet();
            }
            found |= low <= character && character <= high;
        } while (!pattern.startsWith("]", at));
        at++;
        return found != negated;
    }

    private int nextOfSet() {
        if (at >= pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']') {
            throw invalid("a set of characters is not complete");
        }
        int next = next();
        if (at >= pattern.length()) {
            throw invalid("[ is not closed");
        }
        return next;
    }

    private int next() {
        if (pattern.charAt(at) == '\\') {
            at++;
            if (at >= pattern.length()) {
                throw invalid("nothing follows the backslash at its end");
            }
        }
        int next = pattern.codePointAt(at);
        at += Character.charCount(next);
        return next;
    }

    private void requireValid() {
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '*') {
                at++;
            } else {
                takes(0);
            }
        }
    }

    private IllegalArgumentException invalid(String why) {
        return new IllegalArgumentException("invalid pattern " + Quoted.of(pattern) + ": " + why);
    }
}
