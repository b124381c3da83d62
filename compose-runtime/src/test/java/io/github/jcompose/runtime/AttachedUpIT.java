package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.event.LogLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A project in the foreground. */
class AttachedUpIT extends Scenario {
    private static final String SHELL = "image: 'busybox:1.36', network_mode: none, stop_grace_period: 0s, command: ";

    private final List<LogLine> lines = Collections.synchronizedList(new ArrayList<>());

    private int run(String yaml, UpOptions options, AttachOptionsBuilder attach) {
        try (AttachedUp up = compose.upAttached(load(yaml), options, attach.build(), lines::add)) {
            return up.await();
        }
    }

    private List<String> sources() {
        return lines.stream().map(LogLine::source).distinct().sorted().toList();
    }

    @Test
    void endsWithTheFirstExitWhenAskedTo() {
        int code = run(
                "services:\n  web: {<<: *lone}\n  job: {" + SHELL + "[sh, -c, 'exit 4']}",
                UpOptions.defaults(),
                AttachOptions.builder().abortOn(AttachOptions.AbortOn.EXIT));
        assertThat(code).isEqualTo(4);
        assertThat(running()).isEmpty();
    }

    @Test
    void endsWithTheFirstFailureWhenAskedTo() {
        int code = run(
                "services:\n  web: {<<: *lone}\n  ok: {" + SHELL + "['true']}\n  bad: {" + SHELL
                        + "[sh, -c, 'sleep 0.5; exit 6']}",
                UpOptions.defaults(),
                AttachOptions.builder().abortOn(AttachOptions.AbortOn.FAILURE));
        assertThat(code).isEqualTo(6);
        assertThat(running()).isEmpty();
    }

    @Test
    void endsWithTheCodeOfTheServiceAskedFor() {
        int code = run(
                "services:\n  web: {<<: *lone}\n  test: {" + SHELL + "[sh, -c, 'exit 3']}",
                UpOptions.defaults(),
                AttachOptions.builder().abortOn(AttachOptions.AbortOn.EXIT).exitCodeFrom("test"));
        assertThat(code).isEqualTo(3);
    }

    @Test
    void knowsNoServiceToTakeTheCodeFrom() {
        assertThatThrownBy(() -> run(
                        "services: {web: {<<: *lone}}",
                        UpOptions.defaults(),
                        AttachOptions.builder().exitCodeFrom("tset")))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no such service: tset");
    }

    @Test
    void showsAllByDefault() {
        run(
                "services:\n  a: {" + SHELL + "[echo, a]}\n  b: {attach: false, " + SHELL + "[echo, b]}\n  c: {" + SHELL
                        + "[echo, c]}",
                UpOptions.defaults(),
                AttachOptions.builder());
        assertThat(sources()).containsExactly("a-1", "c-1");
    }

    @Test
    void showsOnlyWhatIsAskedFor() {
        run(
                "services:\n  a: {" + SHELL + "[echo, a]}\n  b: {" + SHELL + "[echo, b]}",
                UpOptions.defaults(),
                AttachOptions.builder().services(List.of("b")));
        assertThat(sources()).containsExactly("b-1");
    }

    @Test
    void doesNotShowWhatIsExcluded() {
        run(
                "services:\n  a: {" + SHELL + "[echo, a]}\n  b: {" + SHELL + "[echo, b]}",
                UpOptions.defaults(),
                AttachOptions.builder().excluded(List.of("b")));
        assertThat(sources()).containsExactly("a-1");
    }

    @Test
    void showsDependenciesOfNamedServicesWhenAskedTo() {
        String yaml = "services:\n  a: {depends_on: [b], " + SHELL + "[echo, a]}\n  b: {" + SHELL + "[echo, b]}";
        UpOptions named = UpOptions.builder().services(List.of("a")).build();
        run(yaml, named, AttachOptions.builder());
        assertThat(sources()).containsExactly("a-1");
        run(yaml, named, AttachOptions.builder().dependencies(true));
        assertThat(sources()).containsExactly("a-1", "b-1");
    }

    @Test
    void showsWhatHooksPrint() {
        run(
                "services:\n  a: {pre_start: [{command: [echo, first]}], post_start: [{command: [echo, then]}], "
                        + SHELL + "[sleep, '1']}",
                UpOptions.defaults(),
                AttachOptions.builder());
        assertThat(lines)
                .extracting(line -> line.source() + " " + line.text())
                .containsExactly("a pre_start[0] -> first", "a-1 -> then");
    }

    @Test
    void followsAContainerThatTheEngineRestarts() {
        run(
                "services:\n  a: {restart: 'on-failure:2', " + SHELL + "[sh, -c, 'echo try; exit 1']}",
                UpOptions.defaults(),
                AttachOptions.builder());
        assertThat(lines).extracting(LogLine::text).containsExactly("try", "try", "try");
    }

    @Test
    void leavesContainersRunningWhenDetached() throws Exception {
        AttachedUp[] session = new AttachedUp[1];
        session[0] = compose.upAttached(
                load("services:\n  a: {" + SHELL + "[sh, -c, 'echo up; exec sleep 600']}"),
                UpOptions.defaults(),
                AttachOptions.defaults(),
                line -> session[0].detach());
        assertThat(session[0].await()).isZero();
        assertThat(running()).containsExactly("a-1");
    }

    @Test
    void endsWhenAStartFails() {
        assertThatThrownBy(() -> run(
                        "services:\n  a: {" + SHELL + "[none-such]}", UpOptions.defaults(), AttachOptions.builder()))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("none-such");
    }
}
