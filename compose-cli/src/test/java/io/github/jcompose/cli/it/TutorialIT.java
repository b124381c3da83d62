package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/tutorial.md tells a new user to do. */
@NeedsEngine
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TutorialIT {
    @TempDir
    private Path directory;

    @AfterEach
    void takeDown() {
        Launcher.in(directory).run("-p", "tutorial", "down", "-v", "-t", "0");
    }

    @Test
    void printsWhatThePageShows() throws Exception {
        Path page = Launcher.inRepository("docs").directory().resolve("tutorial.md");
        ShownSession session = new ShownSession(directory, Files.readString(page));

        assertThat(session.real()).isEqualTo(session.shown());
    }
}
