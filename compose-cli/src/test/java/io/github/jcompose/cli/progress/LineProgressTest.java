package io.github.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LineProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, false, StandardCharsets.UTF_8);
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00.5Z"), ZoneOffset.UTC);

    @Test
    void writesALineForEachStep() {
        tell(new PlainProgress(err, clock));

        assertThat(text()).isEqualTo("""
                         Container web-1 Creating\s
                         Container web-1 Created\s
                         layer Downloading 1MB
                        time="2026-01-31T12:00:00Z" level=warning msg="the \\"old\\" way"
                        """);
    }

    @Test
    void writesAnObjectForEachEvent() {
        ProgressView view = new JsonProgress(err, clock);
        tell(view);
        view.error("it failed");

        assertThat(text()).isEqualTo("""
                        {"id":"Container web-1","status":"Working","text":"Creating"}
                        {"id":"Container web-1","status":"Done","text":"Created"}
                        {"id":"layer","parent_id":"Image nginx","status":"Working","text":"Downloading","details":"1MB",\
                        "current":1000000,"total":4000000,"percent":25}
                        {"id":"layer","parent_id":"Image nginx","status":"Working","text":"Downloading","details":"2MB",\
                        "current":2000000,"total":4000000,"percent":50}
                        {"level":"warning","msg":"the \\"old\\" way","time":"2026-01-31T12:00:00Z"}
                        {"error":true,"message":"it failed"}
                        """);
    }

    @Test
    void keepsQuietButForWarningsAndErrors() {
        ProgressView view = new QuietProgress(err, clock);
        tell(view);
        view.error("it failed");

        assertThat(text()).isEqualTo("""
                        time="2026-01-31T12:00:00Z" level=warning msg="the \\"old\\" way"
                        it failed
                        """);
    }

    private static void tell(ProgressView view) {
        view.on(new ComposeEvent.OperationStarted("up"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.WORKING, "Creating"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.DONE, "Created"));
        view.on(layer(1_000_000));
        view.on(layer(2_000_000));
        view.on(new ComposeEvent.Warning("the \"old\" way"));
        view.on(new ComposeEvent.OperationFinished("up", false));
    }

    private static Progress layer(long current) {
        return new Progress(
                ResourceKind.LAYER,
                "layer",
                "Image nginx",
                Status.WORKING,
                "Downloading",
                current / 1_000_000 + "MB",
                current,
                4_000_000);
    }

    private String text() {
        err.flush();
        return written.toString(StandardCharsets.UTF_8);
    }
}
