package io.github.jcompose.cli.template;

import io.github.jcompose.cli.args.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is in one action: variables, pipelines, commands and operands. */
final class ActionParser {
    private static final List<String> KEYWORDS =
            List.of("if", "with", "range", "else", "end", "break", "continue", "define", "template", "block");

    private final List<Token> tokens;
    private int next;
    private boolean rangeDeclares;

    ActionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    private Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    /** {@return the keyword that stands first, taken; empty if none does} */
    String keyword() {
        Token token = peek();
        if (token.kind() == Token.Kind.NAME && KEYWORDS.contains(token.text())) {
            next++;
            return token.text();
        }
        return "";
    }

    void expectEnd() {
        if (peek().kind() != Token.Kind.END) {
            throw new TemplateException(peek().position(), "unexpected " + peek() + " in action");
        }
    }

    Statement outputOrAssignment() {
        Statement statement = declaration();
        if (statement == null) {
            statement = new Statement.Output(pipeline());
        }
        expectEnd();
        return statement;
    }

    /** {@return the variable and its value, if that is what comes; null if not} */
    Statement.@Nullable Assignment declaration() {
        Token name = peek();
        Token sign = peek(1);
        boolean declares = sign.is(Token.Kind.SIGN, ":=");
        if (name.kind() != Token.Kind.VARIABLE || !(declares || sign.is(Token.Kind.SIGN, "="))) {
            return null;
        }
        next += 2;
        return new Statement.Assignment(name.position(), name.text(), declares, pipeline());
    }

    /** {@return the names of the variables of a range, one or two; empty if it has none} */
    List<String> rangeVariables() {
        List<String> names = new ArrayList<>();
        int ahead = 0;
        while (peek(ahead).kind() == Token.Kind.VARIABLE) {
            names.add(peek(ahead).text());
            ahead++;
            if (peek(ahead).is(Token.Kind.SIGN, ",")) {
                ahead++;
            } else {
                break;
            }
        }
        Token sign = peek(ahead);
        rangeDeclares = sign.is(Token.Kind.SIGN, ":=");
        if (names.isEmpty() || !(rangeDeclares || sign.is(Token.Kind.SIGN, "="))) {
            return List.of();
        }
        if (names.size() > 2) {
            throw new TemplateException(peek().position(), "too many variables in {{range}}: there are two at most");
        }
        next += ahead + 1;
        return names;
    }

    boolean rangeDeclares() {
        return rangeDeclares;
    }

    Expression pipeline() {
        Expression value = command(null);
        while (peek().is(Token.Kind.SIGN, "|")) {
            take();
            value = command(value);
        }
        return value;
    }

    /**
     * {@return a command with its arguments}
     *
     * @param piped its last argument; null for none
     */
    private Expression command(@Nullable Expression piped) {
        Token first = peek();
        boolean function = first.kind() == Token.Kind.NAME && !isConstant(first.text());
        if (function) {
            take();
            checkFunction(first);
        }
        Expression head = function ? null : operand();
        List<Expression> arguments = new ArrayList<>();
        while (startsOperand(peek())) {
            arguments.add(operand());
        }
        if (piped != null) {
            arguments.add(piped);
        }
        if (head == null) {
            return new Expression.Call(first.position(), first.text(), arguments);
        }
        if (arguments.isEmpty()) {
            return head;
        }
        if (head instanceof Expression.Field field && field.arguments().isEmpty()) {
            return new Expression.Field(field.position(), field.of(), field.name(), arguments);
        }
        throw new TemplateException(first.position(), "can't give argument to non-function " + first);
    }

    private static boolean startsOperand(Token token) {
        return switch (token.kind()) {
            case END -> false;
            case SIGN -> token.text().equals("(");
            default -> true;
        };
    }

    private static boolean isConstant(String word) {
        return word.equals("true") || word.equals("false") || word.equals("nil");
    }

    private static void checkFunction(Token name) {
        if (!Functions.NAMES.contains(name.text())) {
            String near = Nearest.to(name.text(), Functions.NAMES);
            throw new TemplateException(
                    name.position(),
                    "there is no function \"" + name.text() + "\""
                            + (near == null
                                    ? "; there are " + String.join(", ", Functions.NAMES)
                                    : "; did you mean \"" + near + "\"?"));
        }
    }

    private Expression operand() {
        Expression operand = term();
        while (peek().kind() == Token.Kind.FIELD && !peek().spaced()) {
            Token field = take();
            operand = new Expression.Field(field.position(), operand, field.text(), List.of());
        }
        return operand;
    }

    private Expression term() {
        Token token = take();
        int position = token.position();
        return switch (token.kind()) {
            case DOT -> new Expression.Dot(position);
            case FIELD -> new Expression.Field(position, new Expression.Dot(position), token.text(), List.of());
            case VARIABLE -> new Expression.Variable(position, token.text());
            case STRING -> new Expression.Literal(position, token.text());
            case CHARACTER ->
                new Expression.Literal(position, (long) token.text().codePointAt(0));
            case NUMBER -> new Expression.Literal(position, number(token));
            case NAME -> name(token);
            case SIGN, END -> {
                if (!token.text().equals("(")) {
                    throw new TemplateException(
                            position,
                            token.kind() == Token.Kind.END
                                    ? "a value is missing in the action"
                                    : "unexpected " + token + " in action");
                }
                Expression inner = pipeline();
                if (!take().is(Token.Kind.SIGN, ")")) {
                    throw new TemplateException(position, "unclosed left parenthesis");
                }
                yield inner;
            }
        };
    }

    private static Expression name(Token token) {
        return switch (token.text()) {
            case "true" -> new Expression.Literal(token.position(), true);
            case "false" -> new Expression.Literal(token.position(), false);
            case "nil" -> new Expression.Literal(token.position(), null);
            default -> {
                checkFunction(token);
                yield new Expression.Call(token.position(), token.text(), List.of());
            }
        };
    }

    private static Number number(Token token) {
        String text = token.text().replace("_", "");
        try {
            return text.matches("[-+]?0[xX].*|[-+]?[0-9]+") ? (Number) Long.decode(text) : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TemplateException(token.position(), "bad number " + token);
        }
    }
}
