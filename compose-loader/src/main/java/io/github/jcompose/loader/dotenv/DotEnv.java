package io.github.jcompose.loader.dotenv;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of environment files.
 *
 * <p>The usual grammar: {@code KEY=value} or {@code KEY: value} with an optional {@code export} in front; {@code KEY}
 * alone takes its value from elsewhere or is left out. A value in double quotes may have escapes and span lines, one
 * in single quotes is taken as it is, and one without quotes ends with its line or before {@code " #"}. Variables are
 * substituted, but not in single quotes.
 */
public final class DotEnv {
    private DotEnv() {}

    /**
     * {@return the variables in their order; the last value of each}
     *
     * @param lookup gives the values of variables from elsewhere, null for one that is not set; they come before those
     *     that the text has defined so far
     * @param unset is told of variables that neither has
     * @throws DotEnvException if the text does not fit the grammar or a required variable has no value
     */
    public static Map<String, @Nullable String> parse(
            String text, Function<String, @Nullable String> lookup, UnsetVariable unset) {
        return new DotEnvParser(new Text(text), lookup, unset).parse();
    }

    /**
     * {@return the variables of a file of the format {@code raw} in their order: a line is a key, an equals sign and the
     * value as it is; a key alone takes its value from elsewhere or is left out}
     *
     * @param lookup gives the values of variables from elsewhere, null for one that is not set
     * @throws DotEnvException if a line has no key, or one with white space
     */
    public static Map<String, @Nullable String> parseRaw(String text, Function<String, @Nullable String> lookup) {
        return RawParser.parse(new Text(text), lookup);
    }
}
