package io.github.jcompose.cli;

import io.github.jcompose.cli.progress.JsonProgress;
import io.github.jcompose.cli.progress.LiveProgress;
import io.github.jcompose.cli.progress.PlainProgress;
import io.github.jcompose.cli.progress.ProgressMode;
import io.github.jcompose.cli.progress.ProgressView;
import io.github.jcompose.cli.progress.QuietProgress;
import io.github.jcompose.cli.terminal.AnsiMode;
import io.github.jcompose.cli.terminal.Surroundings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Chooses how progress is shown. */
final class Views {
    private Views() {}

    /**
     * {@return the view that the flag, else a variable asks for}
     *
     * @param command its name: what shows builds only heeds the variable of BuildKit, too
     */
    static ProgressView of(@Nullable String flag, String command, AnsiMode ansi, Surroundings surroundings) {
        String asked = flag != null ? flag : surroundings.variable("COMPOSE_PROGRESS");
        if (command.equals("build") && (asked.isEmpty() || asked.equals("auto"))) {
            String forBuilds = surroundings.variable("BUILDKIT_PROGRESS");
            asked = forBuilds.equals("rawjson") ? "json" : forBuilds;
        }
        boolean watched = surroundings.terminal().hasErrors();
        Clock clock = Clock.systemUTC();
        return switch (ProgressMode.of(asked, ansi, watched)) {
            case TTY ->
                new LiveProgress(surroundings.err(), surroundings.terminal(), ansi.allows(watched), System::nanoTime);
            case PLAIN -> new PlainProgress(surroundings.err(), clock);
            case JSON -> new JsonProgress(surroundings.err(), clock);
            case QUIET -> new QuietProgress(surroundings.err(), clock);
        };
    }
}
