package io.github.jcompose.cli.template;

/**
 * A word of an action.
 *
 * @param kind what it is
 * @param text as written; of a string or character literal, what it means
 * @param position in the template
 * @param spaced whether white space stands before it
 */
record Token(Kind kind, String text, int position, boolean spaced) {
    enum Kind {
        /** {@code .Name}: a field of the dot or of what stands before without a space. */
        FIELD,
        /** {@code .} alone. */
        DOT,
        /** {@code $name} or {@code $}. */
        VARIABLE,
        /** A function or a keyword. */
        NAME,
        STRING,
        CHARACTER,
        NUMBER,
        /** One of {@code | ( ) , = :=}. */
        SIGN,
        /** The end of the action. */
        END
    }

    boolean is(Kind other, String word) {
        return kind == other && text.equals(word);
    }

    @Override
    public String toString() {
        return kind == Kind.END ? "the end of the action" : "\"" + text + "\"";
    }
}
