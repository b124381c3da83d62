package io.github.jcompose.cli.template;

import io.github.jcompose.cli.text.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats values as Go's {@code fmt} does. */
final class Formatting {
    private static final Pattern VERB = Pattern.compile("%([-+# 0]*)([0-9]*)(?:\\.([0-9]*))?(.)?", Pattern.DOTALL);

    private Formatting() {}

    /** {@return the values with a space between two of which none is a text} */
    static String print(List<@Nullable Object> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean apart = i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
            text.append(apart ? " " : "").append(Values.text(values.get(i)));
        }
        return text.toString();
    }

    /** {@return the values in the places of the verbs; the first of them is the format itself} */
    static String printf(String format, List<@Nullable Object> values) {
        Matcher verb = VERB.matcher(format);
        StringBuilder text = new StringBuilder();
        int next = 1;
        int end = 0;
        while (verb.find()) {
            text.append(format, end, verb.start());
            end = verb.end();
            String letter = verb.group(4) == null ? "" : verb.group(4);
            if (letter.equals("%")) {
                text.append('%');
            } else if (letter.isEmpty()) {
                text.append("%!(NOVERB)");
            } else if (next >= values.size()) {
                text.append("%!").append(letter).append("(MISSING)");
            } else {
                text.append(formatted(verb, letter.charAt(0), values.get(next++)));
            }
        }
        text.append(format, end, format.length());
        if (next < values.size()) {
            throw new IllegalArgumentException("more values than verbs in \"" + format + "\"");
        }
        return text.toString();
    }

    private static String formatted(Matcher verb, char letter, @Nullable Object value) {
        String flags = verb.group(1);
        String precision = verb.group(3);
        int digits = precision == null ? -1 : precision.isEmpty() ? 0 : Integer.parseInt(precision);
        String text = bare(letter, value, digits, flags);
        int width = verb.group(2).isEmpty() ? 0 : Integer.parseInt(verb.group(2));
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        } else if (flags.contains("-")) {
            return text + " ".repeat(missing);
        } else if (flags.contains("0") && value instanceof Number) {
            int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
        }
        return " ".repeat(missing) + text;
    }

    private static String bare(char letter, @Nullable Object value, int digits, String flags) {
        String plus = flags.contains("+") && value instanceof Number number && number.doubleValue() >= 0 ? "+" : "";
        return switch (letter) {
            case 'v', 's' -> {
                String text = Values.text(value);
                yield plus + (letter == 's' && digits >= 0 ? cut(text, digits) : text);
            }
            case 'q' -> Quoted.of(Values.text(value));
            case 'd' -> plus + whole(letter, value);
            case 'x' -> value instanceof Number ? Long.toHexString(whole(letter, value)) : hex(Values.string(value));
            case 'X' -> bare('x', value, digits, flags).toUpperCase(Locale.ROOT);
            case 'o' -> Long.toOctalString(whole(letter, value));
            case 'b' -> Long.toBinaryString(whole(letter, value));
            case 'c' -> Character.toString((int) whole(letter, value));
            case 't' -> {
                if (value instanceof Boolean) {
                    yield value.toString();
                }
                throw new IllegalArgumentException("%t needs true or false, got " + Values.kind(value));
            }
            case 'f', 'F' ->
                plus
                        + new BigDecimal(real(value))
                                .setScale(digits < 0 ? 6 : digits, RoundingMode.HALF_EVEN)
                                .toPlainString();
            case 'e' -> plus + String.format(Locale.ROOT, "%." + (digits < 0 ? 6 : digits) + "e", real(value));
            case 'g' -> plus + Values.text(real(value));
            default -> throw new IllegalArgumentException("unknown verb %" + letter);
        };
    }

    private static long whole(char letter, @Nullable Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("%" + letter + " needs a whole number, got " + Values.kind(value));
    }

    private static double real(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("expected a number, got " + Values.kind(value));
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    /** {@return the first characters of the text} */
    static String truncate(String text, int length) {
        return cut(text, Math.max(0, length));
    }

    /** {@return the text with each word beginning with a capital} */
    static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            title.append(begins ? Character.toTitleCase(c) : c);
            begins = !(Character.isLetterOrDigit(c) || c == '_' || c == '\'');
        }
        return title.toString();
    }

    /** {@return the JSON text with the signs of HTML as they are} */
    static String withoutNeedlessEscapes(String json) {
        StringBuilder text = new StringBuilder(json.length());
        int i = 0;
        while (i < json.length()) {
            if (json.charAt(i) != '\\') {
                text.append(json.charAt(i++));
                continue;
            }
            String escape = json.substring(i, Math.min(i + 6, json.length()));
            int sign = List.of("\\u003c", "\\u003e", "\\u0026").indexOf(escape);
            text.append(sign < 0 ? escape.substring(0, 2) : String.valueOf("<>&".charAt(sign)));
            i += sign < 0 ? 2 : 6;
        }
        return text.toString();
    }
}
