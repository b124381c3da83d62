package io.github.jcompose.cli.progress;

import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.terminal.AnsiMode;
import org.jspecify.annotations.Nullable;

/** How progress is shown. */
public enum ProgressMode {
    /** Redrawn in place. */
    TTY,
    /** A line for each event. */
    PLAIN,
    /** A JSON object for each event, one a line. */
    JSON,
    /** Not at all. */
    QUIET;

    /**
     * {@return the mode that {@code --progress}, else {@code COMPOSE_PROGRESS}, asks for}
     *
     * @param asked the value; null or empty if neither is set
     * @param errorsToTerminal whether a person watches the error output
     * @throws UsageException for an unknown value, or one that does not go with the use of escape sequences
     */
    public static ProgressMode of(@Nullable String asked, AnsiMode ansi, boolean errorsToTerminal) {
        return switch (asked == null ? "" : asked) {
            case "", "auto" -> ansi.allows(errorsToTerminal) ? TTY : PLAIN;
            case "tty" -> {
                if (ansi == AnsiMode.NEVER) {
                    throw new UsageException("can't use --progress tty while ANSI support is disabled");
                }
                yield TTY;
            }
            case "plain" -> {
                if (ansi == AnsiMode.ALWAYS) {
                    throw new UsageException("can't use --progress plain while ANSI support is forced");
                }
                yield PLAIN;
            }
            case "json" -> JSON;
            case "quiet", "none" -> QUIET;
            default ->
                throw new UsageException("unsupported --progress value \"" + asked
                        + "\": expected \"auto\", \"tty\", \"plain\", \"json\" or \"quiet\"");
        };
    }
}
