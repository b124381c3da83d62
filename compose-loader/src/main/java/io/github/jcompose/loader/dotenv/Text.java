package io.github.jcompose.loader.dotenv;

/** The text of a file, without a byte order mark and with line feeds only. */
final class Text {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String content;
    private int countedTo;
    private int line = 1;

    Text(String content) {
        int start = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        this.content = content.substring(start).replace("\r\n", "\n");
    }

    int length() {
        return content.length();
    }

    char at(int index) {
        return content.charAt(index);
    }

    String from(int start, int end) {
        return content.substring(start, end);
    }

    int codePointAt(int index) {
        return content.codePointAt(index);
    }

    boolean startsWith(String prefix, int index) {
        return content.startsWith(prefix, index);
    }

    /** {@return where the line ends that the index is in: at a line feed or at the end of the text} */
    int endOfLine(int index) {
        int feed = content.indexOf('\n', index);
        return feed < 0 ? content.length() : feed;
    }

    /** {@return the line of a place, from 1}; cheap as long as the places ascend */
    int line(int index) {
        if (index < countedTo) {
            countedTo = 0;
            line = 1;
        }
        for (; countedTo < index; countedTo++) {
            if (content.charAt(countedTo) == '\n') {
                line++;
            }
        }
        return line;
    }

    DotEnvException error(int index, String message) {
        int column = index == 0 ? 1 : index - content.lastIndexOf('\n', index - 1);
        return new DotEnvException(line(index), column, message);
    }

    /** {@return whether the character is white space in the widest sense} */
    static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    /** {@return whether the character is white space inside of a line} */
    static boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\u000b', '\f', '\r', '\u0085', '\u00a0' -> true;
            default -> false;
        };
    }

    /** {@return the user's text in single quotes, cut off where it is too long to read} */
    static String quoted(String text) {
        return "'" + (text.length() > 120 ? text.substring(0, 120) + "…" : text) + "'";
    }
}
