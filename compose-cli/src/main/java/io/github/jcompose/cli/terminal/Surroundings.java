package io.github.jcompose.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that a command gets from the process it runs in.
 *
 * @param environment the variables
 * @param in the standard input
 * @param out where results go
 * @param err where progress, warnings and errors go
 * @param directory the working directory
 * @param terminal which of the streams a person watches
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Terminal terminal) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** {@return the same with these variables} */
    public Surroundings withEnvironment(Map<String, String> variables) {
        return new Surroundings(variables, in, out, err, directory, terminal);
    }

    /** {@return the variable, or an empty text if it is not set} */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** {@return whether the value of a variable means yes} */
    public static boolean isYes(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "1", "t", "true", "y", "yes" -> true;
            default -> false;
        };
    }
}
