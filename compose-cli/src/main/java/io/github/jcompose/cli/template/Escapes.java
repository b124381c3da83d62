package io.github.jcompose.cli.template;

/** Reads escape sequences of literals as Go does. */
final class Escapes {
    private Escapes() {}

    /**
     * {@return the position behind the escape sequence at the position, whose meaning is appended}
     *
     * @param at of the backslash
     */
    static int append(String template, int at, StringBuilder text) {
        char kind = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
        switch (kind) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'a' -> text.append('\007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append('\013');
            case '\\', '"', '\'' -> text.append(kind);
            case 'x' -> {
                return code(template, at, 2, text);
            }
            case 'u' -> {
                return code(template, at, 4, text);
            }
            case 'U' -> {
                return code(template, at, 8, text);
            }
            default -> throw new TemplateException(at, "unknown escape \"\\" + kind + "\" in literal");
        }
        return at + 2;
    }

    private static int code(String template, int at, int digits, StringBuilder text) {
        int end = at + 2 + digits;
        try {
            text.appendCodePoint(Integer.parseInt(template.substring(at + 2, Math.min(end, template.length())), 16));
        } catch (IllegalArgumentException e) {
            throw new TemplateException(at, "expected " + digits + " hexadecimal digits of a character");
        }
        return end;
    }
}
