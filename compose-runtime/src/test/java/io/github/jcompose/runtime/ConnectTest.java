package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.error.EngineUnreachableException;
import io.github.jcompose.runtime.event.ComposeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectTest {
    private final List<String> warnings = new ArrayList<>();

    private void refuse(String host) {
        ConnectOptions options = ConnectOptions.builder()
                .environment(Map.of())
                .host(host)
                .listener(event -> {
                    if (event instanceof ComposeEvent.Warning warning) {
                        warnings.add(warning.message());
                    }
                })
                .build();
        assertThatThrownBy(() -> Compose.connect(options).close()).isInstanceOf(EngineUnreachableException.class);
    }

    @Test
    void warnsOfAnEngineThatAnybodyCanCommand() {
        refuse("tcp://0.0.0.0:1");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("the engine at tcp://0.0.0.0:1 (as asked for) is spoken to without TLS:")
                .contains("ssh://", "DOCKER_TLS_VERIFY=1");
    }

    @Test
    void doesNotWarnOfOneOnThisMachine() {
        refuse("tcp://127.0.0.1:1");
        assertThat(warnings).isEmpty();
    }
}
