package io.github.jcompose.loader.schema;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of the schema. The few that nearly every key is held against are matched without the
 * regular expression engine.
 */
final class KeyPattern {
    /** What a group may be repeated over: the regular expression engine takes stack for each time. */
    private static final int LONGEST = 500;

    private final String text;
    /** Compiled when it is first needed: a load meets few of the patterns of the schema. */
    private volatile @Nullable Pattern compiled;

    private KeyPattern(String text) {
        this.text = text;
    }

    static KeyPattern of(String text) {
        return new KeyPattern(text);
    }

    boolean matches(String key) {
        return switch (text) {
            case "^x-" -> key.startsWith("x-");
            case ".+", "^.+$" ->
                !key.isEmpty() && (isName(key) || pattern().matcher(key).find());
            case "^[a-zA-Z0-9._-]+$" -> !key.isEmpty() && isName(key);
            default ->
                pattern()
                        .matcher(key)
                        .region(0, Math.min(key.length(), LONGEST))
                        .find();
        };
    }

    private Pattern pattern() {
        Pattern pattern = compiled;
        if (pattern == null) {
            // In JSON Schema $ is the end of the text; in Java it is also the place before a last line break.
            pattern = Pattern.compile(text.endsWith("$") ? text.substring(0, text.length() - 1) + "\\z" : text);
            compiled = pattern;
        }
        return pattern;
    }

    /** {@return the texts that the pattern names one by one, as in {@code daily|weekly}; may be only some of them} */
    List<String> literals() {
        return Arrays.stream(text.split("\\|"))
                .map(part -> part.replaceAll("^\\^|\\$$", ""))
                .filter(part -> part.matches("[a-z_]+"))
                .toList();
    }

    /** {@return what a text that does not match is not, for people} */
    String expected() {
        List<String> literals = literals();
        if (literals.isEmpty()) {
            return "does not match the pattern " + text;
        }
        String listed = (literals.size() == 1 ? "is not " : "is not one of ") + ValueType.quoted(literals);
        String last = text.substring(text.lastIndexOf('|') + 1);
        return literals.contains(last.replaceAll("^\\^|\\$$", "")) ? listed : listed + " or " + last;
    }

    private static boolean isName(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
