package io.github.jcompose.cli.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a template: text, and actions between {@code {{} and {@code }}}. */
final class Parser {
    private final String template;
    private int position;
    private boolean trimNext;

    Parser(String template) {
        this.template = template;
    }

    /** A keyword that ends a list of statements. */
    private record Stop(String keyword, ActionParser action, int position) {}

    /** Statements up to a keyword that is not theirs; no keyword at the end of the template. */
    private record Block(
            List<Statement> statements, @Nullable Stop stop) {}

    List<Statement> template() {
        Block block = block(0);
        Stop stop = block.stop();
        if (stop != null) {
            throw new TemplateException(stop.position(), "unexpected {{" + stop.keyword() + "}}: nothing is open");
        }
        return block.statements();
    }

    private Block block(int loops) {
        List<Statement> statements = new ArrayList<>();
        while (position < template.length()) {
            int open = template.indexOf("{{", position);
            text(open < 0 ? template.length() : open, statements);
            if (open < 0) {
                break;
            }
            position = open + 2;
            if (trimsBefore()) {
                position++;
            }
            if (comment(open)) {
                continue;
            }
            Lexer.Action action = Lexer.action(template, position);
            close(action.end());
            ActionParser words = new ActionParser(action.tokens());
            Stop stop = statement(words, open, statements, loops);
            if (stop != null) {
                return new Block(statements, stop);
            }
        }
        return new Block(statements, null);
    }

    /** Takes the text up to the position, trimmed as the actions around it say. */
    private void text(int end, List<Statement> statements) {
        String text = template.substring(position, end);
        position = end;
        if (trimNext) {
            text = text.stripLeading();
        }
        if (end < template.length() && template.startsWith("{{-", end) && trimsBefore(end + 2)) {
            text = text.stripTrailing();
        }
        trimNext = false;
        // Shells pass on a backslash and a letter where a line end or a tab is meant.
        text = text.replace("\\t", "\t").replace("\\n", "\n");
        if (!text.isEmpty()) {
            statements.add(new Statement.Text(text));
        }
    }

    private boolean trimsBefore() {
        return trimsBefore(position);
    }

    private boolean trimsBefore(int at) {
        return template.startsWith("-", at) && at + 1 < template.length() && Lexer.isSpace(template.charAt(at + 1));
    }

    private boolean comment(int open) {
        int start = position;
        while (start < template.length() && start > open + 2 && Lexer.isSpace(template.charAt(start))) {
            start++;
        }
        if (!template.startsWith("/*", start)) {
            return false;
        }
        int end = template.indexOf("*/", start + 2);
        int close = end < 0 ? -1 : end + 2;
        if (close >= 0 && template.startsWith(" -}}", close)) {
            close++;
        }
        if (close < 0 || !(template.startsWith("}}", close) || template.startsWith("-}}", close))) {
            throw new TemplateException(open, "unclosed comment: \"*/}}\" is missing");
        }
        close(close);
        return true;
    }

    private void close(int end) {
        trimNext = template.startsWith("-", end);
        position = end + (trimNext ? 3 : 2);
    }

    private @Nullable Stop statement(ActionParser words, int open, List<Statement> statements, int loops) {
        String keyword = words.keyword();
        switch (keyword) {
            case "if", "with" -> statements.add(condition(words, keyword.equals("with"), open, loops));
            case "range" -> statements.add(range(words, open, loops));
            case "else", "end" -> {
                return new Stop(keyword, words, open);
            }
            case "break", "continue" -> {
                if (loops == 0) {
                    throw new TemplateException(open, "{{" + keyword + "}} outside of {{range}}");
                }
                words.expectEnd();
                statements.add(new Statement.Jump(keyword.equals("break")));
            }
            case "define", "template", "block" ->
                throw new TemplateException(open, "{{" + keyword + "}} is not supported");
            default -> statements.add(words.outputOrAssignment());
        }
        return null;
    }

    private Statement condition(ActionParser words, boolean with, int open, int loops) {
        Statement.Assignment variable = words.declaration();
        Expression value = variable != null ? variable.value() : words.pipeline();
        words.expectEnd();
        Block then = block(loops);
        List<Statement> otherwise = List.of();
        Stop stop = required(then.stop(), open, with ? "with" : "if");
        if (stop.keyword().equals("else")) {
            String next = stop.action().keyword();
            if (next.equals("if") || next.equals("with")) {
                // It shares the end of what it belongs to.
                otherwise = List.of(condition(stop.action(), next.equals("with"), stop.position(), loops));
                return new Statement.Condition(with, variable, value, then.statements(), otherwise);
            }
            otherwise = otherwise(stop, open, with ? "with" : "if", loops);
        } else {
            stop.action().expectEnd();
        }
        return new Statement.Condition(with, variable, value, then.statements(), otherwise);
    }

    private List<Statement> otherwise(Stop stop, int open, String keyword, int loops) {
        stop.action().expectEnd();
        Block block = block(loops);
        Stop end = required(block.stop(), open, keyword);
        if (end.keyword().equals("else")) {
            throw new TemplateException(end.position(), "a second {{else}} for {{" + keyword + "}}");
        }
        end.action().expectEnd();
        return block.statements();
    }

    private static Stop required(@Nullable Stop stop, int open, String keyword) {
        if (stop == null) {
            throw new TemplateException(open, "{{" + keyword + "}} without {{end}}");
        }
        return stop;
    }

    private Statement range(ActionParser words, int open, int loops) {
        List<String> variables = words.rangeVariables();
        boolean declares = variables.isEmpty() || words.rangeDeclares();
        Expression value = words.pipeline();
        words.expectEnd();
        Block body = block(loops + 1);
        Stop stop = required(body.stop(), open, "range");
        List<Statement> otherwise = List.of();
        if (stop.keyword().equals("else")) {
            otherwise = otherwise(stop, open, "range", loops);
        } else {
            stop.action().expectEnd();
        }
        String key = variables.size() == 2 ? variables.get(0) : null;
        String item = variables.isEmpty() ? null : variables.get(variables.size() - 1);
        return new Statement.Range(open, key, item, declares, value, body.statements(), otherwise);
    }
}
