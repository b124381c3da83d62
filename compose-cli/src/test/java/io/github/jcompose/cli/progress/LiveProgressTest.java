package io.github.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.runtime.event.ComposeEvent;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(written, false, StandardCharsets.UTF_8);
    private final Terminal terminal = Terminal.fixed(true, new Terminal.Size(40, 24));
    private final LiveProgress view = new LiveProgress(err, terminal, false, () -> 0);

    @Test
    void leavesTheLastPictureAndTheCursor() {
        view.on(new ComposeEvent.OperationStarted("up"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.WORKING, "Creating"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.DONE, "Created"));
        view.on(new ComposeEvent.OperationFinished("up", false));

        assertThat(text()).endsWith("""
                        [+] up 1/1\033[K
                         ✔ Container web-1  Created        0.0s \033[K
                        \033[J\033[?25h""");
    }

    @Test
    void putsWarningsAboveThePicture() {
        view.on(new ComposeEvent.OperationStarted("up"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.WORKING, "Creating"));
        view.warn("first");
        view.warn("second");

        assertThat(text()).contains("\033[2A\r\033[JWARN[0000] second\n");
    }

    @Test
    void writesLinesOnceContainersUseTheScreenToo() {
        view.shareScreen();
        view.on(new ComposeEvent.OperationStarted("stop"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.WORKING, "Stopping"));
        view.on(Progress.of(ResourceKind.CONTAINER, "web-1", Status.WORKING, "Starting"));
        view.on(new ComposeEvent.OperationFinished("stop", false));
        view.close();

        assertThat(text()).isEqualTo("Container web-1 Stopping\n");
    }

    private String text() {
        err.flush();
        return written.toString(StandardCharsets.UTF_8);
    }
}
