package io.github.jcompose.loader.syntax;

/** Text of the user's inside a message. */
final class Quoted {
    private static final int SHOWN = 120;

    private Quoted() {}

    /** {@return the text in single quotes, cut off where it is too long to read} */
    static String of(String text) {
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
    }
}
