package io.github.jcompose.kubernetes.convert;

import java.util.List;

/** Texts that Kubernetes looks for variables in, written so that it finds none. */
final class Literals {
    private Literals() {}

    /**
     * {@return the text so that {@code $(NAME)} and {@code $$} stay what they are: in commands, arguments and values of
     * variables Kubernetes replaces the one and halves the other}
     */
    static String of(String text) {
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) == '$') {
                end++;
            }
            int run = end - i;
            if (run == 0) {
                literal.append(text.charAt(i));
                i++;
                continue;
            }
            boolean special = run > 1 || (end < text.length() && text.charAt(end) == '(');
            literal.append("$".repeat(special ? 2 * run : run));
            i = end;
        }
        return literal.toString();
    }

    static List<String> of(List<String> texts) {
        return texts.stream().map(Literals::of).toList();
    }
}
