package io.github.jcompose.loader.dotenv;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lines taken as they are. */
final class RawParser {
    private RawParser() {}

    static Map<String, @Nullable String> parse(Text text, Function<String, @Nullable String> lookup) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        for (int start = 0; start < text.length(); start = text.endOfLine(start) + 1) {
            int end = text.endOfLine(start);
            int first = start;
            while (first < end && Text.isSpace(text.at(first))) {
                first++;
            }
            if (variables.size() == DotEnvParser.MOST_VARIABLES) {
                throw text.error(first, "more than " + DotEnvParser.MOST_VARIABLES + " variables");
            }
            if (first < end && text.at(first) != '#') {
                read(text, first, text.from(first, end), lookup, variables);
            }
        }
        return variables;
    }

    private static void read(
            Text text,
            int start,
            String line,
            Function<String, @Nullable String> lookup,
            Map<String, @Nullable String> variables) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? line : line.substring(0, equals);
        if (key.isEmpty()) {
            throw text.error(start, "no name of a variable before the equals sign in " + Text.quoted(line));
        }
        for (int i = 0; i < key.length(); i++) {
            if (Text.isSpace(key.charAt(i))) {
                throw text.error(start + i, "the name of variable " + Text.quoted(key) + " contains white space");
            }
        }
        String value = equals < 0 ? lookup.apply(key) : line.substring(equals + 1);
        if (value != null) {
            variables.put(key, value);
        }
    }
}
