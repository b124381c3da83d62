package io.github.jcompose.loader.interpolation;

import org.jspecify.annotations.Nullable;

/** Thrown for a template that cannot be substituted; the message says why in one line, without the text around it. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int offset;
    private final @Nullable String variable;

    /** What went wrong. */
    public enum Kind {
        /** A <code>${</code> that no rule of the grammar fits. */
        INVALID,
        /** A variable that the template requires ({@code ${NAME:?message}}) has no value. */
        REQUIRED,
        /** The template is nested too deep, or its result is too long. */
        LIMIT
    }

    private TemplateException(Kind kind, int offset, @Nullable String variable, String message) {
        super(message);
        this.kind = kind;
        this.offset = offset;
        this.variable = variable;
    }

    static TemplateException invalid(int offset) {
        return new TemplateException(
                Kind.INVALID,
                offset,
                null,
                "invalid interpolation format; you may need to escape any $ with another $");
    }

    static TemplateException required(int offset, String variable, String message) {
        String text = "required variable " + variable + " is missing a value";
        return new TemplateException(Kind.REQUIRED, offset, variable, message.isEmpty() ? text : text + ": " + message);
    }

    static TemplateException limit(int offset, String message) {
        return new TemplateException(Kind.LIMIT, offset, null, message);
    }

    /** {@return what went wrong} */
    public Kind kind() {
        return kind;
    }

    /** {@return where the {@code $} at fault stands, in characters from the start of the text} */
    public int offset() {
        return offset;
    }

    /** {@return the variable that has no value; null unless the kind is {@link Kind#REQUIRED}} */
    public @Nullable String variable() {
        return variable;
    }
}
