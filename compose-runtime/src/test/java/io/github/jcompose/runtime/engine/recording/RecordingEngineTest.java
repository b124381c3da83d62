package io.github.jcompose.runtime.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.Health;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.WaitCondition;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineConnectionLostException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordingEngineTest {
    private final RecordingEngine engine = RecordingEngine.empty(new ApiVersion(1, 41));

    @BeforeEach
    void addImage() {
        engine.addImage("busybox");
    }

    @Test
    void behavesLikeAnEngineAndNotesTheCalls() {
        engine.networks().create(Map.of("Name", "shop_default"));
        String id = create(
                "web", Map.of("HostConfig", Map.of("NetworkMode", "shop_default", "Binds", List.of("data:/data"))));
        engine.containers().start(id);
        engine.containers().rename("web", "web-1");

        assertThat(engine.containers().inspect("web-1").state().running()).isTrue();
        assertThat(engine.containers().inspect(id.substring(0, 64)).networks()).containsKey("shop_default");
        assertThat(engine.networks().find("shop_default").orElseThrow().containers())
                .containsKey(id);
        assertThatThrownBy(() -> engine.networks().remove("shop_default")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> engine.volumes().remove("data", false)).isInstanceOf(EngineConflictException.class);
        engine.containers().stop(id, null);
        assertThat(engine.containers().list(Filters.none(), false)).isEmpty();
        assertThat(engine.containers().list(Filters.label("service", "web"), true))
                .extracting(ContainerSummary::name, ContainerSummary::status)
                .containsExactly(tuple("web-1", ContainerStatus.EXITED));
        engine.containers().remove(id, false, false);
        engine.networks().remove("shop_default");

        assertThat(engine.calls())
                .containsExactly(
                        "create network shop_default",
                        "create container web",
                        "start container web",
                        "rename container web to web-1",
                        "remove network shop_default",
                        "remove volume data",
                        "stop container web-1",
                        "remove container web-1",
                        "remove network shop_default");
    }

    @Test
    void refusesWhatAnEngineRefuses() {
        create("web", Map.of());
        assertThatThrownBy(() -> create("web", Map.of())).isInstanceOf(EngineConflictException.class);
        assertThatThrownBy(() -> engine.containers().start("none")).isInstanceOf(EngineNotFoundException.class);
        assertThatThrownBy(() -> engine.containers().create("x", null, Map.of("Image", "none")))
                .isInstanceOf(EngineNotFoundException.class);
        engine.images().pull("none", null, null, progress -> {});
        engine.containers().create("x", null, Map.of("Image", "none"));
        assertThat(engine.containers().list(Filters.none(), true)).hasSize(2);
    }

    @Test
    void tellsWhatHappensAndHowContainersEnd() {
        engine.endOnStart(container -> container.name().equals("job") ? Optional.of(3) : Optional.empty());
        try (MessageStream<EngineEvent> events = engine.events(Filters.label("service", "web"), null, null)) {
            String job = create("job", Map.of());
            engine.containers().start(job);
            String db = create("db", Map.of("Healthcheck", Map.of("Test", List.of("CMD", "true"))));
            engine.containers().start(db);
            assertThat(engine.containers()
                            .waitFor(job, WaitCondition.NEXT_EXIT)
                            .await()
                            .exitCode())
                    .isEqualTo(3);
            assertThat(engine.containers().inspect(db).state().health().status())
                    .isEqualTo(Health.Status.HEALTHY);
            engine.health(db, "unhealthy");
            engine.close();

            assertThat(Stream.generate(events::next).takeWhile(Objects::nonNull))
                    .extracting(EngineEvent::action)
                    .containsExactly(
                            "create",
                            "start",
                            "die",
                            "create",
                            "start",
                            "health_status: healthy",
                            "health_status: unhealthy");
        }
    }

    @Test
    void diesAfterTheGivenNumberOfCalls() {
        engine.dieAfter(2);
        String id = create("web", Map.of());
        engine.containers().start(id);
        assertThatThrownBy(() -> engine.containers().stop(id, null)).isInstanceOf(EngineConnectionLostException.class);
        assertThat(engine.containers().inspect(id).state().running()).isTrue();
    }

    @Test
    void leavesTheEngineBehindItAlone() {
        String id = create("web", Map.of());
        RecordingEngine dry = RecordingEngine.over(engine, Filters.label("service", "web"));
        dry.containers().start(id);
        dry.containers().create("db", null, Map.of("Image", "busybox"));

        assertThat(engine.containers().inspect(id).state().running()).isFalse();
        assertThat(engine.containers().list(Filters.none(), true)).hasSize(1);
        assertThat(dry.calls()).containsExactly("start container web", "create container db");
    }

    private String create(String name, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("Image", "busybox");
        body.put("Labels", Map.of("service", "web"));
        return engine.containers().create(name, null, body).id();
    }
}
