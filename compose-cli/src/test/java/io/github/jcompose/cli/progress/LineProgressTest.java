package io.github.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.BuildTransfer;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
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

    @Test
    void numbersTheStepsOfAllBuilds() {
        build(new PlainProgress(err, clock));

        assertThat(text()).isEqualTo("""
                        #1 [web 1/2] FROM busybox
                        #1 CACHED
                        #2 [web 2/2] RUN make
                        #2 cc main.c
                        #3 [db 1/2] FROM busybox
                        #3 sha256:12 1.5MB done
                        #2 ERROR: exit code: 2
                        db | of no step
                        """);
    }

    @Test
    void writesStepsAsObjects() {
        build(new JsonProgress(err, clock));

        assertThat(text())
                .startsWith("""
                        {"id":"Image shop-web","service":"web","step":1,"name":"[1/2] FROM busybox","state":"Running"}
                        """)
                .contains("""
                        {"id":"Image shop-web","service":"web","step":2,"output":"cc main.c"}
                        """)
                .contains("""
                        {"id":"Image shop-db","service":"db","step":1,"transfer":"sha256:12","current":1500000,"done":true}
                        """)
                .contains("\"state\":\"Failed\",\"milliseconds\":1500,\"details\":\"exit code: 2\"}");
    }

    private static void build(ProgressView view) {
        view.on(step("web", 1, "[1/2] FROM busybox", BuildStep.State.RUNNING, ""));
        view.on(step("web", 1, "[1/2] FROM busybox", BuildStep.State.CACHED, ""));
        view.on(step("web", 2, "[2/2] RUN make", BuildStep.State.RUNNING, ""));
        view.on(new BuildOutput("shop-web", "web", 2, "cc main.c"));
        view.on(step("db", 1, "[1/2] FROM busybox", BuildStep.State.RUNNING, ""));
        view.on(new BuildTransfer("shop-db", "db", 1, "sha256:12", 700_000, 0, false));
        view.on(new BuildTransfer("shop-db", "db", 1, "sha256:12", 1_500_000, 0, true));
        view.on(step("web", 2, "[2/2] RUN make", BuildStep.State.FAILED, "exit code: 2"));
        view.on(new BuildOutput("shop-db", "db", 0, "of no step"));
    }

    private static BuildStep step(String service, int number, String name, BuildStep.State state, String error) {
        Duration took = state == BuildStep.State.FAILED ? Duration.ofMillis(1500) : Duration.ZERO;
        return new BuildStep("shop-" + service, service, number, name, state, took, error);
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
