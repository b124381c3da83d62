package io.github.jcompose.loader.syntax;

import org.jspecify.annotations.Nullable;

/**
 * An item of a list that could as well be a mapping: {@code KEY=VALUE} or {@code KEY}.
 *
 * @param key what stands before the first equals sign
 * @param value what stands after it, which may be empty; null without an equals sign
 */
public record KeyValue(String key, @Nullable String value) {
    /** {@return the two parts of the text} */
    public static KeyValue parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new KeyValue(text, null)
                : new KeyValue(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * {@return the two parts of the text}
     *
     * @throws IllegalArgumentException if there is no equals sign
     */
    public static KeyValue parseWithValue(String text) {
        KeyValue pair = parse(text);
        if (pair.value == null) {
            throw new IllegalArgumentException("invalid value " + Quoted.of(text) + "; expected KEY=VALUE");
        }
        return pair;
    }

    /**
     * {@return the two parts of an environment variable}
     *
     * @throws IllegalArgumentException if white space stands before the equals sign
     */
    public static KeyValue parseVariable(String text) {
        KeyValue pair = parse(text);
        if (!pair.key.equals(pair.key.stripTrailing())) {
            throw new IllegalArgumentException(
                    "the environment variable " + Quoted.of(pair.key) + " ends with a space");
        }
        return pair;
    }

    /**
     * {@return the two parts of a key for ssh: its id and its path; the path of {@code default} may be missing}
     *
     * @throws IllegalArgumentException if that of another is missing
     */
    public static KeyValue parseSshKey(String text) {
        KeyValue pair = parse(text);
        if (pair.value == null && !pair.key.equals("default")) {
            throw new IllegalArgumentException(
                    "invalid ssh key " + Quoted.of(text) + "; expected 'default' or ID=PATH");
        }
        return pair;
    }
}
