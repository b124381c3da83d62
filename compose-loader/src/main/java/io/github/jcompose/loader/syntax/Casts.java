package io.github.jcompose.loader.syntax;

import java.util.Locale;

/** Turns text, as it comes out of a variable or of quotes, into the type that an attribute has. */
public final class Casts {
    private Casts() {}

    /**
     * A value in its type.
     *
     * @param value a {@link Long}, {@link Double}, {@link Float} or {@link Boolean}
     * @param yaml11 whether the text is a boolean in YAML 1.1 only, such as {@code yes}, which deserves a warning
     */
    public record Result(Object value, boolean yaml11) {}

    /**
     * {@return the value that the text stands for}
     *
     * @param type {@code int} or {@code int64} (both of 64 bits), {@code float}, {@code float32} or {@code bool}
     * @throws IllegalArgumentException if the text is not of the type, or there is no such type
     */
    public static Result cast(String type, String text) {
        return switch (type) {
            case "int", "int64" -> new Result(integer(text), false);
            case "float" -> new Result(decimal(text), false);
            case "float32" -> new Result(singlePrecision(text), false);
            case "bool" -> bool(text);
            default -> throw new IllegalArgumentException("there is no type " + Quoted.of(type));
        };
    }

    private static long integer(String text) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw invalid(text, "an integer");
            }
        }
        if (at == text.length()) {
            throw invalid(text, "an integer");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the integer " + Quoted.of(text) + " is out of range", e);
        }
    }

    private static double decimal(String text) {
        Double value = GoFloat.parse(text);
        if (value == null) {
            throw invalid(text, "a number");
        }
        return value;
    }

    private static float singlePrecision(String text) {
        decimal(text);
        float value = Float.parseFloat(text.replace("_", ""));
        if (Float.isInfinite(value)) {
            throw new IllegalArgumentException("the number " + Quoted.of(text) + " is out of range");
        }
        return value;
    }

    private static Result bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> new Result(true, false);
            case "false" -> new Result(false, false);
            case "y", "yes", "on" -> new Result(true, true);
            case "n", "no", "off" -> new Result(false, true);
            default -> throw invalid(text, "a boolean; expected true or false");
        };
    }

    private static IllegalArgumentException invalid(String text, String wanted) {
        return new IllegalArgumentException((text.isEmpty() ? "an empty text" : Quoted.of(text)) + " is not " + wanted);
    }
}
