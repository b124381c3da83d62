package io.github.jcompose.loader.syntax;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The value of a plain (unquoted) YAML scalar, by the rules of the reference's YAML library, which are those of no YAML
 * schema: {@code 0755} and {@code 0o755} are octal, {@code 1_000} is a number, {@code yes} and {@code 22:22} are text,
 * {@code 2020-01-02} is a date.
 *
 * <p>A value is null, a {@link Boolean}, a {@link Long}, a {@link BigInteger} (only from 2^63 up to 2^64 - 1), a
 * {@link Double}, a {@link Timestamp} or a {@link String}.
 */
public final class GoScalar {
    private GoScalar() {}

    /** {@return the value of an untagged plain scalar; the text itself where it is nothing else} */
    public static @Nullable Object resolve(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        if (first >= '0' && first <= '9') {
            return number(text, true);
        }
        return switch (first) {
            case '+', '-', '.' -> {
                Object special = infinity(text);
                yield special != null ? special : signedOrPoint(text, first);
            }
            case 't', 'T', 'f', 'F', 'n', 'N', '~' -> word(text);
            default -> text;
        };
    }

    /**
     * {@return the value of a scalar with an explicit tag of YAML, whatever its quotes}
     *
     * @param tag in its short form, such as {@code !!int}; a tag that is not YAML's own changes nothing
     * @throws IllegalArgumentException if the text is not of that type
     */
    public static @Nullable Object resolve(String tag, String text) {
        return switch (tag) {
            case "!!str" -> text;
            case "!!binary" -> decoded(text);
            case "!!int", "!!float", "!!bool", "!!null", "!!timestamp" -> resolveStrictly(tag, text);
            default -> resolve(text);
        };
    }

    /** {@return the text of a value where the reference turns it into a string, as in environments and labels} */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double number) {
            return GoFloat.text(number.doubleValue());
        }
        if (value instanceof Float number) {
            return GoFloat.text(number.floatValue());
        }
        return value.toString();
    }

    private static @Nullable Object resolveStrictly(String tag, String text) {
        Object value = resolve(text);
        boolean matches = switch (tag) {
            case "!!int" -> value instanceof Long || value instanceof BigInteger;
            case "!!float" -> value instanceof Number;
            case "!!bool" -> value instanceof Boolean;
            case "!!timestamp" -> value instanceof Timestamp;
            default -> value == null;
        };
        if (!matches) {
            throw new IllegalArgumentException("'" + text + "' is not a value of type " + tag.substring(2));
        }
        return tag.equals("!!float") && value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static @Nullable Object word(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case "null", "Null", "NULL", "~" -> null;
            default -> text;
        };
    }

    private static @Nullable Double infinity(String text) {
        return switch (text) {
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            default -> null;
        };
    }

    private static Object signedOrPoint(String text, char first) {
        if (first != '.') {
            return number(text, false);
        }
        Double value = GoFloat.parse(text);
        return value == null ? text : value;
    }

    private static Object number(String text, boolean unsigned) {
        if (unsigned) {
            Timestamp date = Timestamp.parse(text);
            if (date != null) {
                return date;
            }
        }
        if (!looksNumeric(text)) {
            return text;
        }
        String plain = text.replace("_", "");
        Number integer = integer(plain);
        if (integer != null) {
            return integer;
        }
        Double decimal = GoFloat.parse(plain);
        return decimal == null ? text : decimal;
    }

    /** Whether every character can stand in a number: most text that begins with a digit (ports, versions) stops here. */
    private static boolean looksNumeric(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (point) {
                    return false;
                }
                point = true;
            } else if (Character.digit(c, 16) < 0
                    && c != '_'
                    && c != '+'
                    && c != '-'
                    && c != 'x'
                    && c != 'X'
                    && c != 'o'
                    && c != 'O') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Number integer(String text) {
        char sign = text.charAt(0);
        boolean signed = sign == '-' || sign == '+';
        int at = signed ? 1 : 0;
        int radix = 10;
        if (at < text.length() - 1 && text.charAt(at) == '0') {
            int prefixed = switch (text.charAt(at + 1)) {
                case 'x', 'X' -> 16;
                case 'o', 'O' -> 8;
                case 'b', 'B' -> 2;
                default -> 0;
            };
            at += prefixed == 0 ? 1 : 2;
            radix = prefixed == 0 ? 8 : prefixed;
        }
        if (at >= text.length()) {
            return null;
        }
        return integer(text, at, radix, signed, sign == '-');
    }

    private static @Nullable Number integer(String text, int from, int radix, boolean signed, boolean negative) {
        long limit = Long.divideUnsigned(-1L, radix);
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0 || Long.compareUnsigned(value, limit) > 0) {
                return null;
            }
            long next = value * radix + digit;
            if (Long.compareUnsigned(next, value * radix) < 0) {
                return null;
            }
            value = next;
        }
        if (value >= 0) {
            return negative ? -value : value;
        }
        if (signed) {
            return negative && value == Long.MIN_VALUE ? value : null;
        }
        return new BigInteger(Long.toUnsignedString(value));
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a value of type binary must be base64 text", e);
        }
    }
}
