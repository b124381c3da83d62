package io.github.jcompose.runtime.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.EngineRequest;
import io.github.jcompose.runtime.engine.EngineResponse;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonMessagesTest {
    private final List<EngineEvent> got = new ArrayList<>();

    private void read(String text) {
        ByteArrayInputStream content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (JsonMessages<EngineEvent> messages = new JsonMessages<>(
                EngineRequest.of("GET", "/events"),
                new EngineResponse(200, Map.of(), content),
                EngineEvent::of,
                e -> new EngineConnectionLostException("lost", e))) {
            for (EngineEvent event = messages.next(); event != null; event = messages.next()) {
                got.add(event);
            }
        }
    }

    @Test
    void goOnAfterANull() {
        read("{\"Action\":\"start\"}\nnull\n{\"Action\":\"die\"}\n");
        assertThat(got).extracting(EngineEvent::action).containsExactly("start", "die");
    }

    @Test
    void mayTellATimeBeyondAllTime() {
        read("{\"time\":1e400}{\"time\":9223372036854775807}{\"time\":1}");
        assertThat(got)
                .extracting(EngineEvent::time)
                .containsExactly(Instant.EPOCH, Instant.EPOCH, Instant.ofEpochSecond(1));
    }

    @Test
    void sayWhetherTheyAreCutOrNoJson() {
        assertThatThrownBy(() -> read("{\"Action\":\"start\"}{\"Action\":"))
                .isInstanceOf(EngineConnectionLostException.class)
                .hasMessage("the answer to GET /events breaks off in the middle");
        assertThatThrownBy(() -> read("<html>"))
                .isInstanceOf(EngineConnectionLostException.class)
                .hasMessage("the answer to GET /events is no JSON from some point on");
        assertThat(got).extracting(EngineEvent::action).containsExactly("start");
    }

    @Test
    void mayBeDeeperThanAnyStack() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(100_000))).isInstanceOf(EngineConnectionLostException.class);
    }
}
