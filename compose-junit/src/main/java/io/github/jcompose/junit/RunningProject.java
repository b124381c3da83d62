package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.UpOptions;
import java.time.Duration;

/** A project that JUnit's store closes after the last test: nothing of it stays on the engine. */
record RunningProject(Compose compose, Environment environment) implements AutoCloseable {
    static RunningProject start(Project project, ComposeEnvironment options) {
        Compose compose = Compose.connect();
        try {
            UpOptions up = UpOptions.builder()
                    .awaitHealthy(true)
                    .awaitTimeout(Duration.ofSeconds(options.timeoutSeconds()))
                    .build();
            return new RunningProject(compose, compose.up(project, up));
        } catch (ComposeException e) {
            takeDown(compose, project);
            throw e;
        }
    }

    @Override
    public void close() {
        takeDown(compose, environment.project());
    }

    private static void takeDown(Compose compose, Project project) {
        try (compose) {
            compose.down(
                    project,
                    DownOptions.builder().volumes(true).removeOrphans(true).build());
        }
    }
}
