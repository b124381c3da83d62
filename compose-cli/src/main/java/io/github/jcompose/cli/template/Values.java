package io.github.jcompose.cli.template;

import io.github.jcompose.model.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What values of templates are worth, and how they are written. */
final class Values {
    private Values() {}

    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        } else if (value instanceof Number number) {
            return number.doubleValue() != 0;
        } else if (value instanceof CharSequence text) {
            return text.length() > 0;
        } else if (value instanceof List<?> list) {
            return !list.isEmpty();
        } else if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null;
    }

    /** {@return the value as Go prints it} */
    static String text(@Nullable Object value) {
        return value == null ? "<no value>" : inner(value);
    }

    private static String inner(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        } else if (value instanceof List<?> list) {
            return list.stream().map(Values::inner).collect(Collectors.joining(" ", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + inner(entry.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        } else if (value instanceof Double number) {
            return Json.compact(number);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value.toString();
    }

    /** {@return what it is, in words} */
    static String kind(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof CharSequence) {
            return "the text \"" + value + "\"";
        } else if (value instanceof Map) {
            return "an object";
        } else if (value instanceof List) {
            return "a list";
        } else if (value instanceof Method) {
            return "a method";
        }
        return value.toString();
    }

    /** {@return the text} */
    static String string(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw new IllegalArgumentException("expected a text, got " + kind(value));
    }

    /** {@return the whole number} */
    static int integer(@Nullable Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return Math.toIntExact(((Number) value).longValue());
        }
        throw new IllegalArgumentException("expected a whole number, got " + kind(value));
    }

    static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return compare(one, other) == 0;
    }

    static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof CharSequence && other instanceof CharSequence) {
            return one.toString().compareTo(other.toString());
        } else if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        } else if (one instanceof Boolean first && other instanceof Boolean second) {
            return first.compareTo(second);
        }
        throw new IllegalArgumentException("cannot compare " + kind(one) + " and " + kind(other));
    }
}
