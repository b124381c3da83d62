package io.github.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.runtime.event.BuildOutput;
import io.github.jcompose.runtime.event.BuildStep;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void alignsIdsStatesAndTimers() {
        Task network = task(ResourceKind.NETWORK, "shop_default", Status.DONE, "Created", SECOND / 10);
        Task database = task(ResourceKind.CONTAINER, "shop-db-1", Status.DONE, "Healthy", 12 * SECOND);
        Task web = task(ResourceKind.CONTAINER, "shop-web-1", Status.WORKING, "Starting", 0);

        assertThat(frame(60, 24).draw("up", List.of(network, database, web), 13 * SECOND))
                .containsExactly(
                        "[+] up 2/3",
                        " ✔ Network shop_default  Created                       0.1s ",
                        " ✔ Container shop-db-1   Healthy                      12.0s ",
                        " ⠋ Container shop-web-1  Starting                     13.0s ");
    }

    @Test
    void showsTheStepsOfABuildAndWhatTheRunningOnesWrote() {
        Task image = task(ResourceKind.IMAGE, "shop-web", Status.WORKING, "Building", 0);
        image.steps().step(step(1, "[1/3] FROM busybox", BuildStep.State.CACHED, 0), 0);
        image.steps().step(step(2, "[2/3] COPY . .", BuildStep.State.DONE, 1500), 0);
        image.steps().step(step(3, "[3/3] RUN make a very long list of things", BuildStep.State.RUNNING, 0), SECOND);
        image.steps().output(new BuildOutput("shop-web", "web", 3, "\033[31mcc\033[0m main.c"));

        List<String> drawn = frame(50, 24).draw("build", List.of(image), 3 * SECOND);

        assertThat(drawn)
                .containsExactly(
                        "[+] build 0/1",
                        " ⠋ Image shop-web  Building                  3.0s ",
                        "   => CACHED [web 1/3] FROM busybox          0.0s ",
                        "   => [web 2/3] COPY . .                     1.5s ",
                        "   => [web 3/3] RUN make a very long list o… 2.0s ",
                        "   => => # cc main.c");
        assertThat(frame(50, 5).draw("build", List.of(image), 3 * SECOND))
                .as("leaves out what is done where there is no room")
                .containsExactly(drawn.get(0), drawn.get(1), drawn.get(4), drawn.get(5));
    }

    private static BuildStep step(int number, String name, BuildStep.State state, int millis) {
        return new BuildStep("shop-web", "web", number, name, state, Duration.ofMillis(millis), "");
    }

    @Test
    void turnsTheSpinner() {
        Task web = task(ResourceKind.CONTAINER, "web", Status.WORKING, "Starting", 0);

        assertThat(new Frame(new Terminal.Size(40, 24), false, 1)
                        .draw("up", List.of(web), 0)
                        .get(1))
                .startsWith(" ⠙ ");
        assertThat(new Frame(new Terminal.Size(40, 24), false, 11)
                        .draw("up", List.of(web), 0)
                        .get(1))
                .startsWith(" ⠙ ");
    }

    @Test
    void showsWhatWentWrong() {
        Progress failed = Progress.of(ResourceKind.CONTAINER, "web", Status.ERROR, "Error")
                .withDetails("port is already allocated");
        Progress doubtful = Progress.of(ResourceKind.NETWORK, "net", Status.WARNING, "Resource is still in use");

        assertThat(frame(70, 24).draw("up", List.of(new Task(failed, 0), new Task(doubtful, 0)), 0))
                .containsExactly(
                        "[+] up 2/2",
                        " ✘ Container web  Error port is already allocated                0.0s ",
                        " ! Network net    Resource is still in use                       0.0s ");
    }

    @Test
    void showsLayersOfAnImageAsABar() {
        Task image = task(ResourceKind.IMAGE, "nginx:1.25", Status.WORKING, "Pulling", 0);
        image.updatePart(layer("a", Status.DONE, "Pull complete", 4_000_000, 4_000_000));
        image.updatePart(layer("b", Status.WORKING, "Downloading", 6_000_000, 12_000_000));
        image.updatePart(layer("c", Status.WORKING, "Waiting", 0, 0));

        assertThat(frame(80, 24).draw("pull", List.of(image), 0).get(1))
                .isEqualTo(" ⠋ Image nginx:1.25 [⣿⣤⠀]    10MB / 16MB     Pulling                       0.0s ");
    }

    @Test
    void isNeverWiderThanTheTerminal() {
        Progress failed = Progress.of(ResourceKind.CONTAINER, "a-name-that-goes-on-and-on-1", Status.ERROR, "Error")
                .withDetails("a reason that takes more than the line has room for");
        for (int width = 1; width < 120; width++) {
            for (String line : frame(width, 24).draw("up", List.of(new Task(failed, 0)), 0)) {
                assertThat(line.length()).as("%s at width %d", line, width).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void leavesOutWhatIsDoneWhereTheTerminalIsLow() {
        List<Task> tasks = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            tasks.add(task(ResourceKind.CONTAINER, "web-" + i, i == 5 ? Status.WORKING : Status.DONE, "x", 0));
        }

        List<String> lines = frame(40, 6).draw("up", tasks, 0);

        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("[+] up 5/6");
        assertThat(lines).anyMatch(line -> line.contains("web-5"));
        assertThat(lines.get(4)).isEqualTo(" ... 3 more");
    }

    private static Frame frame(int columns, int rows) {
        return new Frame(new Terminal.Size(columns, rows), false, 0);
    }

    private static Task task(ResourceKind kind, String name, Status status, String text, long ended) {
        Task task = new Task(Progress.of(kind, name, Status.WORKING, text), 0);
        task.update(Progress.of(kind, name, status, text), ended);
        return task;
    }

    private static Progress layer(String id, Status status, String text, long current, long total) {
        return new Progress(ResourceKind.LAYER, id, "Image nginx:1.25", status, text, "", current, total);
    }
}
