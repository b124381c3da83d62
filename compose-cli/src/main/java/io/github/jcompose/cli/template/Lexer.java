package io.github.jcompose.cli.template;

import java.util.ArrayList;
import java.util.List;

/** Takes an action apart, from behind its opening braces to its closing ones. */
final class Lexer {
    private final String template;
    private int position;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String template, int position) {
        this.template = template;
        this.position = position;
    }

    /**
     * What an action consists of.
     *
     * @param tokens the last one is the end
     * @param end the position of its closing braces, or of the minus before them
     */
    record Action(List<Token> tokens, int end) {}

    /** {@return the words of the action that begins at the position} */
    static Action action(String template, int position) {
        Lexer lexer = new Lexer(template, position);
        lexer.read();
        return new Action(lexer.tokens, lexer.position);
    }

    private void read() {
        int start = position;
        while (true) {
            boolean spaced = skipSpace();
            if (position >= template.length()) {
                throw new TemplateException(start, "unclosed action: \"}}\" is missing");
            }
            boolean trims = spaced && template.startsWith("-}}", position);
            if (trims || template.startsWith("}}", position)) {
                tokens.add(new Token(Token.Kind.END, "", position, spaced));
                return;
            }
            token(spaced);
        }
    }

    private boolean skipSpace() {
        int start = position;
        while (position < template.length() && isSpace(template.charAt(position))) {
            position++;
        }
        return position > start;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private void token(boolean spaced) {
        int start = position;
        char c = template.charAt(position);
        if (c == '"' || c == '`' || c == '\'') {
            literal(c, spaced);
            return;
        }
        if (c == '.' && !isDigitAt(position + 1)) {
            position++;
            String name = word();
            tokens.add(new Token(name.isEmpty() ? Token.Kind.DOT : Token.Kind.FIELD, name, start, spaced));
        } else if (c == '$') {
            position++;
            tokens.add(new Token(Token.Kind.VARIABLE, "$" + word(), start, spaced));
        } else if (Character.isDigit(c) || ((c == '-' || c == '+' || c == '.') && isNumberAt(position + 1))) {
            number(spaced);
        } else if (isWord(c)) {
            tokens.add(new Token(Token.Kind.NAME, word(), start, spaced));
        } else if (template.startsWith(":=", position)) {
            sign(":=", spaced);
        } else if ("|(),=".indexOf(c) >= 0) {
            sign(String.valueOf(c), spaced);
        } else {
            throw new TemplateException(position, "unexpected \"" + c + "\" in action");
        }
    }

    private void sign(String text, boolean spaced) {
        tokens.add(new Token(Token.Kind.SIGN, text, position, spaced));
        position += text.length();
    }

    private String word() {
        int start = position;
        while (position < template.length() && isWord(template.charAt(position))) {
            position++;
        }
        return template.substring(start, position);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private boolean isDigitAt(int at) {
        return at < template.length() && Character.isDigit(template.charAt(at));
    }

    private boolean isNumberAt(int at) {
        return isDigitAt(at) || (at < template.length() && template.charAt(at) == '.' && isDigitAt(at + 1));
    }

    private void number(boolean spaced) {
        int start = position++;
        while (position < template.length()) {
            char c = template.charAt(position);
            boolean signOfExponent = (c == '-' || c == '+') && "eE".indexOf(template.charAt(position - 1)) >= 0;
            if (!isWord(c) && c != '.' && !signOfExponent) {
                break;
            }
            position++;
        }
        tokens.add(new Token(Token.Kind.NUMBER, template.substring(start, position), start, spaced));
    }

    private void literal(char quote, boolean spaced) {
        int start = position++;
        StringBuilder text = new StringBuilder();
        while (position < template.length() && template.charAt(position) != quote) {
            char c = template.charAt(position);
            if (c == '\n' && quote != '`') {
                break;
            }
            if (c == '\\' && quote != '`') {
                position = Escapes.append(template, position, text);
            } else {
                text.append(c);
                position++;
            }
        }
        if (position >= template.length() || template.charAt(position) != quote) {
            throw new TemplateException(start, "unterminated literal: the closing " + quote + " is missing");
        }
        position++;
        if (quote == '\'' && text.codePointCount(0, text.length()) != 1) {
            throw new TemplateException(start, "a character literal holds one character; use \"…\" for text");
        }
        Token.Kind kind = quote == '\'' ? Token.Kind.CHARACTER : Token.Kind.STRING;
        tokens.add(new Token(kind, text.toString(), start, spaced));
    }
}
