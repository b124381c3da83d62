package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flags of the form {@code NAME=VALUE}. */
final class Assignments {
    private Assignments() {}

    /**
     * {@return the variables of {@code -e} flags}
     *
     * @param inherited gives the value of a variable that is only named; without one there it keeps none
     */
    static Map<String, @Nullable String> variables(List<String> texts, Map<String, String> inherited) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (name.isEmpty()) {
                throw new UsageException(
                        "invalid environment variable \"" + text + "\": expected NAME=VALUE, or NAME to inherit it");
            }
            variables.put(name, equals < 0 ? inherited.get(name) : text.substring(equals + 1));
        }
        return variables;
    }

    /** {@return the labels of {@code -l} flags} */
    static Map<String, String> labels(List<String> texts) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UsageException("label must be set as KEY=VALUE (found: \"" + text + "\")");
            }
            labels.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return labels;
    }
}
