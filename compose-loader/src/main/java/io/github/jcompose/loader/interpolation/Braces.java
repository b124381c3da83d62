package io.github.jcompose.loader.interpolation;

/** Which closing brace belongs to which opening one, found in one pass over the text. */
final class Braces {
    private static final int NONE = -1;

    private final String text;
    /** At an opening brace its closing one; at one that has none, a negative number. */
    private final int[] closing;

    private int lastSoughtBefore = NONE;
    private int last = NONE;

    Braces(String text) {
        this.text = text;
        this.closing = new int[text.length()];
        int innermost = NONE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                // Until it is closed, an opening brace links to the one around it.
                closing[i] = linkTo(innermost);
                innermost = i;
            } else if (c == '}' && innermost != NONE) {
                int around = linkTo(closing[innermost]);
                closing[innermost] = i;
                innermost = around;
            }
        }
    }

    /**
     * {@return where the brace that is opened at {@code open} ends, or -1 if nothing before {@code end} closes it}
     *
     * <p>Braces in between are expected in pairs. Where they are not, as in <code>${X:-{}</code>, the last brace closes.
     */
    int closing(int open, int end) {
        if (closing[open] > 0 && closing[open] < end) {
            return closing[open];
        }
        if (lastSoughtBefore != end) {
            lastSoughtBefore = end;
            last = text.lastIndexOf('}', end - 1);
        }
        return last > open ? last : NONE;
    }

    /** A negative number for any index from -1 on, and back. */
    private static int linkTo(int index) {
        return -2 - index;
    }
}
