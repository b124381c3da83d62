package io.github.jcompose.cli.terminal;

import io.github.jcompose.cli.args.UsageException;
import org.jspecify.annotations.Nullable;

/** Whether escape sequences may be written. */
public enum AnsiMode {
    AUTO,
    ALWAYS,
    NEVER;

    /**
     * {@return the mode that the flag, else the environment, asks for}
     *
     * @param flag the value of {@code --ansi}; null if it was not given
     * @throws UsageException for another value than never, always and auto
     */
    public static AnsiMode of(@Nullable String flag, Surroundings surroundings) {
        String value = flag != null ? flag : surroundings.variable("COMPOSE_ANSI");
        AnsiMode asked = switch (value) {
            case "", "auto" -> surroundings.variable("TERM").equals("dumb") ? NEVER : AUTO;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default ->
                throw new UsageException(
                        "unsupported --ansi value \"" + value + "\": expected \"never\", \"always\" or \"auto\"");
        };
        return surroundings.variable("NO_COLOR").isEmpty() ? asked : NEVER;
    }

    /** {@return whether to write them to a stream of which it is known if it leads to a terminal} */
    public boolean allows(boolean toTerminal) {
        return this == ALWAYS || (this == AUTO && toTerminal);
    }
}
