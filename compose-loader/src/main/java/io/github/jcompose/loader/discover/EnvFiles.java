package io.github.jcompose.loader.discover;

import io.github.jcompose.loader.dotenv.DotEnv;
import io.github.jcompose.loader.dotenv.DotEnvException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files of variables. */
public final class EnvFiles {
    private EnvFiles() {}

    /**
     * {@return the variables of the files, later files winning, with those of the environment on top}
     *
     * @param environment seen by the files too, before their own variables
     * @param text reads a file
     * @param name gives the name of a file in messages
     */
    public static Map<String, String> under(
            Map<String, String> environment,
            List<Path> files,
            Function<Path, String> text,
            Function<Path, String> name,
            Problems problems) {
        Map<String, String> variables = new HashMap<>();
        for (Path file : files) {
            Map<String, @Nullable String> own = parse(
                    name.apply(file),
                    text.apply(file),
                    null,
                    key -> environment.getOrDefault(key, variables.get(key)),
                    problems);
            own.forEach((key, value) -> {
                if (value != null) {
                    variables.put(key, value);
                }
            });
        }
        variables.putAll(environment);
        return variables;
    }

    /**
     * {@return the variables of a file; none if it cannot be read, which is noted}
     *
     * @param format {@code raw} for lines taken as they are; null for the usual grammar
     * @param lookup gives variables from elsewhere, which come first
     */
    public static Map<String, @Nullable String> parse(
            String name,
            String text,
            @Nullable String format,
            Function<String, @Nullable String> lookup,
            Problems problems) {
        Source source = new Source(name, text);
        try {
            Map<String, @Nullable String> variables = "raw".equals(format)
                    ? DotEnv.parseRaw(text, lookup)
                    : DotEnv.parse(text, lookup, (variable, line) -> unset(variable, line, source, problems));
            int characters = text.length();
            for (String value : variables.values()) {
                characters += value == null ? 0 : value.length();
            }
            problems.spend(Budget.costOf(characters), at(source, 1, 1), TreePath.ROOT);
            return variables;
        } catch (DotEnvException e) {
            problems.error(at(source, e.line(), e.column()), TreePath.ROOT, String.valueOf(e.getMessage()));
            return new LinkedHashMap<>();
        }
    }

    private static void unset(String variable, int line, Source source, Problems problems) {
        if (!problems.listensToWarnings()) {
            return;
        }
        String message = "The \"" + variable + "\" variable is not set. Defaulting to a blank string.";
        problems.warning(reference(source, variable, line), TreePath.ROOT, message);
    }

    private static Node reference(Source source, String variable, int line) {
        for (String written : List.of("${" + variable, "$" + variable)) {
            Location found = source.find(written, line, 1, 0);
            if (found != null && found.line() == line) {
                String text = written.startsWith("${") ? written + "}" : written;
                return new ScalarNode(source, line, found.column(), text, text);
            }
        }
        return at(source, line, 1);
    }

    private static Node at(Source source, int line, int column) {
        return new ScalarNode(source, line, Math.max(1, column), "", null);
    }
}
