package io.github.jcompose.loader.interpolation;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with references to variables.
 *
 * <p>{@code $NAME} and <code>${NAME}</code> stand for the value, {@code $$} for a dollar sign. In braces an operator may
 * follow the name: {@code -} with a default, {@code +} with a text that replaces a value, {@code ?} with the message
 * of the error if there is none; a colon before it makes an empty value count as missing. What follows the operator
 * is a template again, and only looked at where it is needed. Any other {@code $} stands for itself.
 *
 * <p>The time is linear in the length of text and result.
 */
public final class Template {
    /** How long a text with references, and its result, may be by default: 10 Mi characters. */
    public static final int DEFAULT_MAX_LENGTH = 10 * 1024 * 1024;

    /** How deep references may stand in each other's defaults. */
    private static final int MAX_DEPTH = 100;

    private static final int LONGEST_LISTED = 64 * 1024;

    private final String text;
    private final Variables variables;
    private final int maxLength;
    private final Braces braces;

    private Template(String text, Variables variables, int maxLength) {
        this.text = text;
        this.variables = variables;
        this.maxLength = maxLength;
        this.braces = new Braces(text);
    }

    /**
     * {@return the text with values in place of references, limited to {@link #DEFAULT_MAX_LENGTH}}
     *
     * @throws TemplateException if the text does not fit the grammar or a required variable has no value
     */
    public static String substitute(String text, Variables variables) {
        return substitute(text, variables, DEFAULT_MAX_LENGTH);
    }

    /**
     * {@return the text with values in place of references}
     *
     * @param maxLength the greatest length of the result, and of a text with references, in characters
     * @throws TemplateException if the text does not fit the grammar, a required variable has no value or a limit is
     *     exceeded
     */
    public static String substitute(String text, Variables variables, int maxLength) {
        int first = text.indexOf('$');
        if (first < 0) {
            return text;
        }
        if (text.length() > maxLength) {
            throw tooLong(first, maxLength);
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        new Template(text, variables, maxLength).substitute(0, text.length(), out, 0);
        return out.toString();
    }

    /**
     * {@return the variables that the text names, those inside of defaults and alternates too, in their order}
     *
     * <p>What does not fit the grammar is passed over, and so is a text of more than 64 Ki characters: each level of
     * nested defaults is a copy.
     */
    public static List<VariableUse> variables(String text) {
        List<VariableUse> uses = new ArrayList<>();
        if (text.length() <= LONGEST_LISTED && text.indexOf('$') >= 0) {
            new Template(text, name -> null, DEFAULT_MAX_LENGTH).collect(0, text.length(), uses, 0);
        }
        return uses;
    }

    private void substitute(int from, int end, StringBuilder out, int depth) {
        int at = from;
        while (at < end) {
            int dollar = nextDollar(at, end);
            append(out, text, at, dollar, dollar);
            if (dollar == end) {
                return;
            }
            at = substituteAt(dollar, end, out, depth);
        }
    }

    /** Returns the index after what the dollar sign introduces. */
    private int substituteAt(int dollar, int end, StringBuilder out, int depth) {
        if (isAt(dollar + 1, end, '$')) {
            append(out, "$", 0, 1, dollar);
            return dollar + 2;
        }
        Reference reference = Reference.at(text, braces, dollar, end);
        if (reference != null) {
            substitute(reference, out, depth);
            return reference.end();
        }
        if (isAt(dollar + 1, end, '{')) {
            throw TemplateException.invalid(dollar);
        }
        append(out, "$", 0, 1, dollar);
        return dollar + 1;
    }

    private void substitute(Reference reference, StringBuilder out, int depth) {
        String value = variables.value(reference.name());
        if (value == null && reference.operator().isEmpty()) {
            variables.unset(reference.name(), reference.start());
        }
        boolean present = value != null && !(value.isEmpty() && reference.emptyIsMissing());
        switch (reference.action()) {
            case '-' -> {
                if (!present) {
                    substituteRest(reference, out, depth);
                    return;
                }
            }
            case '+' -> {
                if (present) {
                    substituteRest(reference, out, depth);
                }
                return;
            }
            case '?' -> {
                if (!present) {
                    StringBuilder message = new StringBuilder();
                    substituteRest(reference, message, depth);
                    throw TemplateException.required(reference.start(), reference.name(), message.toString());
                }
            }
            default -> {}
        }
        if (value != null) {
            append(out, value, 0, value.length(), reference.start());
        }
    }

    private void substituteRest(Reference reference, StringBuilder out, int depth) {
        if (depth == MAX_DEPTH) {
            throw TemplateException.limit(
                    reference.start(),
                    "variables are nested more than " + MAX_DEPTH + " deep in each other's defaults");
        }
        substitute(reference.restStart(), reference.restEnd(), out, depth + 1);
    }

    private void append(StringBuilder out, String source, int from, int end, int dollar) {
        if (end - from > maxLength - out.length()) {
            throw tooLong(dollar, maxLength);
        }
        out.append(source, from, end);
    }

    private void collect(int from, int end, List<VariableUse> uses, int depth) {
        int at = nextDollar(from, end);
        while (at < end) {
            if (isAt(at + 1, end, '$')) {
                at += 2;
            } else {
                Reference reference = Reference.at(text, braces, at, end);
                if (reference != null) {
                    uses.add(use(reference));
                    if (reference.action() != '?' && depth < MAX_DEPTH) {
                        collect(reference.restStart(), reference.restEnd(), uses, depth + 1);
                    }
                }
                at = reference == null ? at + 1 : reference.end();
            }
            at = nextDollar(at, end);
        }
    }

    private VariableUse use(Reference reference) {
        char action = reference.action();
        String rest = text.substring(reference.restStart(), reference.restEnd());
        return new VariableUse(
                reference.name(),
                reference.start(),
                action == '?',
                action == '-' ? rest : "",
                action == '+' ? rest : "");
    }

    private int nextDollar(int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != '$') {
            at++;
        }
        return at;
    }

    private boolean isAt(int index, int end, char wanted) {
        return index < end && text.charAt(index) == wanted;
    }

    private static TemplateException tooLong(int offset, int maxLength) {
        return TemplateException.limit(offset, "text with variables is longer than " + maxLength + " characters");
    }
}
