package io.github.jcompose.loader.tree;

import org.jspecify.annotations.Nullable;

/** A string, number, boolean, timestamp or null. */
public final class ScalarNode extends Node {
    private final String text;
    private final @Nullable Object value;

    /**
     * @param value what the text means: null, Boolean, Long, BigInteger, Double, a timestamp or String
     */
    public ScalarNode(Source source, int line, int column, String text, @Nullable Object value) {
        super(source, line, column);
        this.text = text;
        this.value = value;
    }

    /** {@return the null of a key without a value, which stands where the key stands} */
    public static ScalarNode empty(Node key) {
        return new ScalarNode(key.source(), key.line(), key.column(), "", null);
    }

    /** {@return a string that stands where another node stands} */
    public static ScalarNode string(Node at, String text) {
        return new ScalarNode(at.source(), at.line(), at.column(), text, text);
    }

    /** {@return a value that stands where another node stands} */
    public static ScalarNode of(Node at, @Nullable Object value) {
        return new ScalarNode(at.source(), at.line(), at.column(), String.valueOf(value), value);
    }

    /** {@return the text as it is in the file, after substitution of variables} */
    public String text() {
        return text;
    }

    /** {@return what the text means} */
    public @Nullable Object value() {
        return value;
    }

    /** {@return whether the value is a string} */
    public boolean isString() {
        return value instanceof String;
    }

    /** {@return whether the value is null} */
    public boolean isNull() {
        return value == null;
    }

    @Override
    public boolean isConstant() {
        return !(value instanceof String) || text.indexOf('$') < 0;
    }

    @Override
    public ScalarNode copy() {
        return like(new ScalarNode(source(), line(), column(), text, value));
    }

    @Override
    public String kind() {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a string";
        }
        return value instanceof Boolean ? "a boolean" : value instanceof Number ? "a number" : "a timestamp";
    }
}
