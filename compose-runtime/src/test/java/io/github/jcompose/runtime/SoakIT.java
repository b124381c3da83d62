package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.soak.Soak;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A short soak; {@code -Djcompose.soak=SECONDS} makes a longer one, {@code -Djcompose.soak.seed=N} another one. It has a
 * process of its own, whose memory, threads and files nobody else uses.
 */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class SoakIT {
    private static final long SECONDS =
            Long.getLong("jcompose.soak", Boolean.parseBoolean(System.getenv("CI")) ? 120 : 60);

    @Test
    void whatIsThereIsWhatMustBeThere(EngineScope scope) throws IOException {
        scope.pull(EngineScope.BUSYBOX);
        long seed = Long.getLong("jcompose.soak.seed", 1);
        List<String> lines = new ArrayList<>();
        try (OtherJvm soak = OtherJvm.start(Soak.class, String.valueOf(SECONDS), String.valueOf(seed))) {
            String line;
            do {
                line = soak.line();
                System.out.println("soak: " + line);
                lines.add(line);
            } while (!line.startsWith("passed: ") && !line.startsWith("failed: "));
        }
        assertThat(lines.get(lines.size() - 1)).as(String.join("\n", lines)).startsWith("passed: ");
    }
}
