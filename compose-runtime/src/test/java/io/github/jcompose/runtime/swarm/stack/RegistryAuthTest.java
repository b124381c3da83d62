package io.github.jcompose.runtime.swarm.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.Swarm;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.engine.SwarmServices;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.DeployOptions.ResolveImage;
import io.github.jcompose.runtime.swarm.spec.Stack;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which credentials reach the swarm, which hands them to its nodes. */
class RegistryAuthTest {
    private final List<Object> sent = new ArrayList<>();

    @Test
    void credentialsAreSentOnlyWhenAskedFor() {
        put(false, List.of());
        assertThat(sent).containsExactly("create", null);
    }

    @Test
    void aNewServiceGetsThoseOfItsRegistry() {
        put(true, List.of());
        assertThat(sent).containsExactly("create", "auth of registry.example/web:1");
    }

    @Test
    void anUpdateBringsThemAnew() {
        put(true, List.of(SwarmService.of(JsonObject.of(Json.parse("""
                        {"ID":"s","Version":{"Index":3},"Spec":{"Name":"shop_web","TaskTemplate":{}}}
                        """)))));
        assertThat(sent).containsExactly("update", "auth of registry.example/web:1");
    }

    private void put(boolean registryAuth, List<SwarmService> there) {
        SwarmServices services = answering(SwarmServices.class, (method, arguments) -> {
            if (method.equals("list")) {
                return there;
            }
            sent.addAll(Arrays.asList(method, arguments[arguments.length - 1]));
            return List.of();
        });
        Swarm swarm = answering(Swarm.class, (method, arguments) -> services);
        Engine engine = answering(Engine.class, (method, arguments) -> swarm);
        Service web = Service.builder().image("registry.example/web:1").build();
        Stack stack = Stack.of(
                "shop",
                Project.builder().name("shop").services(Map.of("web", web)).build());
        try (Workers workers = new Workers(0)) {
            Surroundings surroundings = new Surroundings(
                    engine, workers, new Events(event -> {}), image -> "auth of " + image, Clock.systemUTC());
            DeployOptions options = DeployOptions.builder()
                    .registryAuth(registryAuth)
                    .resolveImage(ResolveImage.NEVER)
                    .build();
            new StackServices(surroundings, stack, options).put(Map.of("web", Map.of("Name", "shop_web")));
        }
    }

    private interface Answers {
        Object of(String method, Object[] arguments);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.of(method.getName(), arguments)));
    }
}
