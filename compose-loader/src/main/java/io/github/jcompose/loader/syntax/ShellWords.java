package io.github.jcompose.loader.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command in one string, split into words as the reference does it, which is close to a shell but expands nothing.
 *
 * <p>Quotes, and {@code `…`} and {@code $(…)}, keep spaces together; a backslash takes the next character as it is,
 * except for {@code \n} and {@code \t}. An operator of the shell outside of them ends the command.
 *
 * @param words the words, without quotes (but with backquotes and {@code $(…)}, which nobody runs)
 * @param ignoredFrom where the operator ({@code ;}, {@code &}, {@code |}, {@code <}, {@code >}) stands that ends the
 *     command, in characters from the start; null if there is none
 */
public record ShellWords(List<String> words, @Nullable Integer ignoredFrom) {
    private static final int MOST = 100_000;

    public ShellWords {
        words = List.copyOf(words);
    }

    /**
     * {@return the words of the text}
     *
     * @throws IllegalArgumentException if a quote or bracket is not closed, or a bracket opens outside of quotes
     */
    public static ShellWords parse(String text) {
        return new Splitter(text).split();
    }

    private static final class Splitter {
        private static final char NONE = 0;

        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean inWord;
        private char quote = NONE;
        private boolean backquoted;
        private boolean bracketed;
        private int quotedFrom;
        private int spanFrom;

        Splitter(String text) {
            this.text = text;
        }

        private void add(String word) {
            if (words.size() == MOST) {
                throw new IllegalArgumentException("a command line of more than " + MOST + " words");
            }
            words.add(word);
        }

        ShellWords split() {
            int at = 0;
            while (at < text.length() && !isEnd(text.charAt(at))) {
                at += take(at);
            }
            if (isOpen()) {
                int open = quote == NONE ? spanFrom : quotedFrom;
                throw invalid(text.charAt(open) + " at position " + (open + 1) + " has no counterpart");
            }
            if (at < text.length() && text.charAt(at) == '>' && startsWithDigit()) {
                // In "2>file", the number belongs to the operator.
                return new ShellWords(
                        words, at - (text.startsWith(word.toString(), at - word.length()) ? word.length() : 0));
            }
            if (inWord) {
                add(word.toString());
            }
            return new ShellWords(words, at < text.length() ? (Integer) at : null);
        }

        private boolean isOpen() {
            return quote != NONE || backquoted || bracketed;
        }

        private boolean startsWithDigit() {
            return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
        }

        private boolean isEnd(char c) {
            return !isOpen() && ";&|<>".indexOf(c) >= 0;
        }

        /** Returns how many characters it took. */
        private int take(int at) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> {
                    return escape(at);
                }
                case ' ', '\t', '\r', '\n' -> space(c);
                case '"' -> {
                    if (quote == '\'' || bracketed) {
                        add(c);
                    } else {
                        toggle(c, at);
                    }
                }
                case '\'' -> {
                    if (quote == '"' || bracketed) {
                        add(c);
                    } else {
                        toggle(c, at);
                    }
                }
                case '`' -> {
                    if (quote == NONE && !bracketed) {
                        backquoted = !backquoted;
                        spanFrom = at;
                    }
                    add(c);
                }
                case '(' -> open(at);
                case ')' -> {
                    if (quote == NONE && !backquoted) {
                        bracketed = !bracketed;
                        spanFrom = at;
                    }
                    add(c);
                }
                default -> add(c);
            }
            return 1;
        }

        private int escape(int at) {
            if (quote == '\'') {
                add('\\');
                return 1;
            }
            if (at + 1 == text.length()) {
                throw invalid("nothing follows the backslash at its end");
            }
            char next = text.charAt(at + 1);
            add(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            return 2;
        }

        private void space(char c) {
            if (isOpen()) {
                // Alone, spaces after an opening quote do not make a word: what closes it does.
                word.append(c);
            } else if (inWord) {
                add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }

        private void toggle(char c, int at) {
            inWord |= quote == c;
            quote = quote == c ? NONE : c;
            quotedFrom = at;
        }

        private void open(int at) {
            if (quote == NONE && !backquoted) {
                boolean substitution = !bracketed && !word.isEmpty() && word.charAt(word.length() - 1) == '$';
                if (!substitution) {
                    throw invalid("( at position " + (at + 1) + " is outside of quotes");
                }
                bracketed = true;
                spanFrom = at;
                word.append('(');
                return;
            }
            add('(');
        }

        private void add(char c) {
            word.append(c);
            inWord = true;
        }

        private IllegalArgumentException invalid(String why) {
            return new IllegalArgumentException("invalid command line " + Quoted.of(text) + ": " + why);
        }
    }
}
