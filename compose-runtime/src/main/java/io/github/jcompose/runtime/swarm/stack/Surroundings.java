package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.JsonObject;
import io.github.jcompose.runtime.engine.Swarm;
import io.github.jcompose.runtime.engine.SwarmService;
import io.github.jcompose.runtime.swarm.spec.Stack;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stacks are worked on with.
 *
 * @param credentials gives the value of {@code X-Registry-Auth} for an image; null for none
 */
record Surroundings(
        Engine engine, Workers workers, Events events, Function<String, @Nullable String> credentials, Clock clock) {
    Swarm swarm() {
        return engine.swarm();
    }

    /** {@return the filter for what belongs to a stack} */
    static Filters of(String stack) {
        return Filters.label(Stack.NAMESPACE, stack);
    }

    /** {@return the services of a stack, sorted by name} */
    List<SwarmService> services(String stack) {
        return swarm().services().list(of(stack)).stream()
                .sorted(Comparator.comparing(SwarmService::name))
                .toList();
    }

    /** Makes sure that the engine manages a swarm, before anything is changed. */
    void requireManager() {
        JsonObject state = swarm().state();
        if (!state.string("LocalNodeState").equals("active")) {
            throw new ComposeException("the engine at " + engine.info().host() + " belongs to no swarm: its state is '"
                    + state.string("LocalNodeState") + "'; 'docker swarm init' makes it the manager of a new one");
        }
        if (!state.bool("ControlAvailable")) {
            throw new ComposeException("the engine at " + engine.info().host()
                    + " is a worker of its swarm; connect to a manager with --host, --context or DOCKER_HOST");
        }
    }

    /** {@return what went wrong, without the words of the protocol between managers} */
    static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        int description = message.indexOf(" desc = ");
        return message.startsWith("rpc error: code = ") && description > 0
                ? message.substring(description + " desc = ".length())
                : message;
    }
}
