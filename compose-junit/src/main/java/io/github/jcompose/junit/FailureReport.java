package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.LogsOptions;
import io.github.jcompose.runtime.Snapshot;
import io.github.jcompose.runtime.event.LogLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Adds to a failure what there was to see of the environment. */
final class FailureReport {
    private FailureReport() {}

    /** Shows, below a failure, the states of the containers and their last log lines. */
    static final class EnvironmentState extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnvironmentState(String text) {
            super("When it failed: " + text, null, false, false);
        }
    }

    static void add(Throwable failure, StartedEnvironment started, Settings settings, ExtensionContext context) {
        try {
            Environment environment = started.environment();
            Snapshot snapshot = environment.snapshot();
            StringBuilder text = new StringBuilder(snapshot.text());
            if (!settings.saveFailuresIn().isEmpty()) {
                Path folder = Path.of(
                        settings.saveFailuresIn(),
                        context.getRequiredTestClass().getName(),
                        name(context));
                save(folder, snapshot, started);
                text.append("\nall logs are in ").append(folder.toAbsolutePath());
            }
            failure.addSuppressed(new EnvironmentState(text.toString()));
        } catch (ComposeException | IOException | UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }

    private static String name(ExtensionContext context) {
        return context.getTestMethod().map(method -> method.getName()).orElse("class");
    }

    private static void save(Path folder, Snapshot snapshot, StartedEnvironment started) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("containers.txt"), snapshot.text() + "\n");
        for (String service : started.environment().project().services().keySet()) {
            LogsOptions options = LogsOptions.builder()
                    .services(List.of(service))
                    .timestamps(true)
                    .build();
            try (BufferedWriter file =
                    Files.newBufferedWriter(folder.resolve(service + ".log"), StandardCharsets.UTF_8)) {
                started.compose().logs(snapshot.project(), options, line -> write(file, line));
            }
        }
    }

    private static void write(BufferedWriter file, LogLine line) {
        try {
            file.write(line.timestamp() + " " + line.source() + " " + line.text());
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
