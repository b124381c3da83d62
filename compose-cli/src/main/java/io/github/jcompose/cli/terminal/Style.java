package io.github.jcompose.cli.terminal;

/** Wraps text in the escape sequences of colours, or leaves it as it is. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    MAGENTA("35"),
    CYAN("36"),
    BOLD_RED("31;1"),
    BOLD_GREEN("32;1"),
    BOLD_YELLOW("33;1"),
    BOLD_BLUE("34;1"),
    BOLD_MAGENTA("35;1"),
    BOLD_CYAN("36;1");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** {@return the text in this style} */
    public String of(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
    }

    /** {@return this style, or none if colours are off} */
    public Style when(boolean colours) {
        return colours ? this : PLAIN;
    }
}
