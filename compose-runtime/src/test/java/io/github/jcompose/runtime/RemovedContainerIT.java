package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RemovedContainerIT extends Scenario {
    private final Map<String, ContainerSummary> everSeen = new LinkedHashMap<>();

    @Test
    void isNotStartedEvenIfTheEngineStillListsIt() {
        Project project = up("services: {web: {<<: *lone, scale: 2}}");
        UpOptions one = UpOptions.builder()
                .timeout(Duration.ZERO)
                .scale(Map.of("web", 1))
                .build();
        try (Workers workers = new Workers(0)) {
            Connection forgetful =
                    new Connection(remembering(), workers, new Events(event -> {}), environment, Clock.systemUTC());
            Converge converge = new Converge(forgetful, project, one);

            converge.create();
            converge.start(target -> {}, one, line -> {});

            assertThat(converge.targets()).extracting(target -> target.name()).containsExactly(name + "-web-1");
        }
        assertThat(everSeen).hasSize(2);
        assertThat(all()).containsExactly("web-1");
    }

    /** {@return the engine, which lists containers for ever} */
    private Engine remembering() {
        Containers containers = changed(Containers.class, engine.containers(), "list", this::withThoseOfBefore);
        return changed(Engine.class, engine, "containers", real -> containers);
    }

    private Object withThoseOfBefore(Object listed) {
        for (Object container : (List<?>) listed) {
            ContainerSummary summary = (ContainerSummary) container;
            everSeen.put(summary.id(), summary);
        }
        return List.copyOf(everSeen.values());
    }

    private static <T> T changed(Class<T> type, T real, String method, UnaryOperator<Object> change) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, call, given) -> {
            try {
                Object answer = call.invoke(real, given);
                return call.getName().equals(method) ? change.apply(answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
