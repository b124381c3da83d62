package io.github.jcompose.runtime.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.WindowSize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecRequestTest {
    private static final Console CONSOLE = new Console() {
        @Override
        public WindowSize size() {
            return new WindowSize(30, 100);
        }

        @Override
        public Session begin(boolean terminal, Listener listener) {
            return () -> {};
        }
    };

    private static ExecRequest request(ExecOptions options, String api) {
        return new ExecRequest(options, ApiVersion.parse(api));
    }

    @Test
    void saysWhatTheOptionsSay() {
        Map<String, @Nullable String> variables = new HashMap<>();
        variables.put("A", "1=2");
        variables.put("UNSET", null);
        ExecOptions options = ExecOptions.builder("web", "ls", "-l")
                .environment(variables)
                .privileged(true)
                .user("me")
                .workingDir("/tmp")
                .build();

        assertThat(request(options, "1.41").detached())
                .containsEntry("Cmd", List.of("ls", "-l"))
                .containsEntry("Privileged", true)
                .containsEntry("User", "me")
                .containsEntry("WorkingDir", "/tmp")
                .containsEntry("Tty", false)
                .doesNotContainKey("AttachStdout")
                .hasEntrySatisfying(
                        "Env",
                        value -> assertThat(value)
                                .asInstanceOf(InstanceOfAssertFactories.LIST)
                                .containsExactlyInAnyOrder("A=1=2", "UNSET"));
    }

    @Test
    void tellsTheSizeOfTheWindowToEnginesThatTakeIt() {
        ExecOptions options = ExecOptions.builder("web", "ls").tty(true).build();

        assertThat(request(options, "1.42").attached(true, "ctrl-x", CONSOLE))
                .containsEntry("ConsoleSize", List.of(30, 100))
                .containsEntry("DetachKeys", "ctrl-x")
                .containsEntry("AttachStdin", true);
        assertThat(request(options, "1.41").attached(false, null, CONSOLE))
                .doesNotContainKeys("ConsoleSize", "DetachKeys")
                .containsEntry("AttachStdin", false);
    }

    @Test
    void needsACommand() {
        assertThatThrownBy(() -> request(ExecOptions.of("web"), "1.41"))
                .isInstanceOf(ComposeException.class)
                .hasMessage("no command to run in service \"web\"");
    }
}
