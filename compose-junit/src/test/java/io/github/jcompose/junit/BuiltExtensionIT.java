package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.WaitFor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEngineAvailable
class BuiltExtensionIT {
    @RegisterExtension
    static final ComposeExtension APP = ComposeExtension.builder()
            .project(() -> Project.builder()
                    .name("built")
                    .services(Map.of(
                            "app",
                            Service.builder()
                                    .image("busybox:1.36")
                                    .command(List.of("sh", "-c", "echo ready; sleep 600"))
                                    .init(true)
                                    .build()))
                    .build())
            .change(project -> project.toBuilder().name("changed").build())
            .waitFor(WaitFor.logLine("app", "ready"))
            .build();

    @BeforeAll
    static void isThereBeforeAll(Environment environment) {
        assertThat(environment).isSameAs(APP.environment());
    }

    @Test
    void startsAProjectBuiltInCode() {
        assertThat(APP.environment().name()).startsWith("changed-");
        assertThat(APP.environment().service("app").logs()).containsExactly("ready");
    }
}
