package io.github.jcompose.cli.template;

import io.github.jcompose.model.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that templates may call. */
interface Functions {
    /** The names of all of them. */
    List<String> NAMES = List.of(
            "and",
            "eq",
            "ge",
            "gt",
            "index",
            "join",
            "json",
            "le",
            "len",
            "lower",
            "lt",
            "ne",
            "not",
            "or",
            "pad",
            "print",
            "printf",
            "println",
            "slice",
            "split",
            "title",
            "truncate",
            "upper");

    /** The functions as users know them. */
    Functions OF_VALUES = Functions::apply;

    /** The functions for headings: those that change how a value looks leave a heading as it is. */
    Functions OF_HEADINGS = (String name, List<@Nullable Object> arguments) -> switch (name) {
        case "json", "lower", "upper", "title", "truncate", "split", "join" ->
            arguments.isEmpty() ? "" : arguments.get(0);
        default -> apply(name, arguments);
    };

    /**
     * {@return the value of a function}
     *
     * @throws IllegalArgumentException if the arguments are not what it expects
     */
    @Nullable
    Object call(String name, List<@Nullable Object> arguments);

    private static @Nullable Object apply(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "eq" -> equal(atLeast(2, arguments));
            case "ne" -> !equal(exactly(2, arguments));
            case "lt" -> order(arguments) < 0;
            case "le" -> order(arguments) <= 0;
            case "gt" -> order(arguments) > 0;
            case "ge" -> order(arguments) >= 0;
            case "not" -> !Values.isTrue(exactly(1, arguments).get(0));
            case "and", "or" -> atLeast(1, arguments).get(0);
            case "len" -> length(exactly(1, arguments).get(0));
            case "index" -> index(atLeast(1, arguments));
            case "slice" -> slice(atLeast(1, arguments));
            case "print" -> Formatting.print(arguments);
            case "println" -> arguments.stream().map(Values::text).collect(Collectors.joining(" ", "", "\n"));
            case "printf" ->
                Formatting.printf(Values.string(atLeast(1, arguments).get(0)), arguments);
            case "json" -> json(exactly(1, arguments).get(0));
            default -> ofText(name, arguments);
        };
    }

    private static Object ofText(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "lower" -> text(exactly(1, arguments), 0).toLowerCase(Locale.ROOT);
            case "upper" -> text(exactly(1, arguments), 0).toUpperCase(Locale.ROOT);
            case "title" -> Formatting.title(text(exactly(1, arguments), 0));
            case "split" ->
                Arrays.asList((Object[]) text(exactly(2, arguments), 0).split(Pattern.quote(text(arguments, 1)), -1));
            case "join" -> join(exactly(2, arguments));
            case "truncate" -> Formatting.truncate(text(exactly(2, arguments), 0), Values.integer(arguments.get(1)));
            case "pad" -> {
                String text = text(exactly(3, arguments), 0);
                int before = Math.max(0, Values.integer(arguments.get(1)));
                int after = Math.max(0, Values.integer(arguments.get(2)));
                yield text.isEmpty() ? text : " ".repeat(before) + text + " ".repeat(after);
            }
            default -> throw new IllegalArgumentException("there is no such function");
        };
    }

    private static String text(List<@Nullable Object> arguments, int number) {
        return Values.string(arguments.get(number));
    }

    private static List<@Nullable Object> exactly(int count, List<@Nullable Object> arguments) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException("takes " + count + " arguments, got " + arguments.size());
        }
        return arguments;
    }

    private static List<@Nullable Object> atLeast(int count, List<@Nullable Object> arguments) {
        if (arguments.size() < count) {
            throw new IllegalArgumentException("takes at least " + count + " arguments, got " + arguments.size());
        }
        return arguments;
    }

    private static boolean equal(List<@Nullable Object> arguments) {
        return arguments.stream().skip(1).anyMatch(other -> Values.areEqual(arguments.get(0), other));
    }

    private static int order(List<@Nullable Object> arguments) {
        exactly(2, arguments);
        return Values.compare(arguments.get(0), arguments.get(1));
    }

    private static long length(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.size();
        } else if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        return Values.string(value).length();
    }

    private static @Nullable Object index(List<@Nullable Object> arguments) {
        Object value = arguments.get(0);
        for (Object key : arguments.subList(1, arguments.size())) {
            if (value instanceof Map<?, ?> map) {
                value = map.get(Values.string(key));
            } else if (value instanceof List<?> list) {
                int number = Values.integer(key);
                if (number < 0 || number >= list.size()) {
                    throw new IllegalArgumentException(
                            "index out of range: " + number + ", of a list of " + list.size());
                }
                value = list.get(number);
            } else {
                throw new IllegalArgumentException("can't index " + Values.kind(value));
            }
        }
        return value;
    }

    private static Object slice(List<@Nullable Object> arguments) {
        Object value = arguments.get(0);
        int length = (int) length(value);
        int from = arguments.size() > 1 ? Values.integer(arguments.get(1)) : 0;
        int to = arguments.size() > 2 ? Values.integer(arguments.get(2)) : length;
        if (from < 0 || to > length || from > to) {
            throw new IllegalArgumentException("index out of range: " + from + ":" + to + " of " + length);
        }
        return value instanceof List<?> list
                ? list.subList(from, to)
                : Values.string(value).substring(from, to);
    }

    private static String join(List<@Nullable Object> arguments) {
        if (!(arguments.get(0) instanceof List<?> list)) {
            throw new IllegalArgumentException("expected a list, got " + Values.kind(arguments.get(0)));
        }
        return list.stream().map(Values::text).collect(Collectors.joining(text(arguments, 1)));
    }

    /** As docker's function: unlike in whole objects, nothing is escaped that need not be. */
    private static String json(@Nullable Object value) {
        String json = Json.compact(withoutMethods(value));
        return value instanceof Map ? json : Formatting.withoutNeedlessEscapes(json);
    }

    private static @Nullable Object withoutMethods(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, item) -> {
            if (!(item instanceof Method)) {
                plain.put(key, item);
            }
        });
        return plain;
    }
}
