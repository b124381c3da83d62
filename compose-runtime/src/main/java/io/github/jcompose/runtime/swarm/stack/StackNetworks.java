package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Network;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.swarm.spec.Stack;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The networks of a stack. */
final class StackNetworks {
    private static final Set<String> OF_EACH_ENGINE = Set.of("host", "none", "bridge");
    private static final String SWARM = "swarm";

    private final Surroundings surroundings;
    private final Stack stack;

    StackNetworks(Surroundings surroundings, Stack stack) {
        this.surroundings = surroundings;
        this.stack = stack;
    }

    /** Makes sure that the external networks are there and reach over the swarm. */
    void requireExternal() {
        for (String key : stack.usedNetworks()) {
            Network network = stack.project().networks().get(key);
            if (network == null || !network.external()) {
                continue;
            }
            String name = stack.nameOf(key, network.name(), true);
            if (OF_EACH_ENGINE.contains(name)) {
                continue;
            }
            Optional<NetworkDetails> there = surroundings.engine().networks().find(name);
            if (there.isEmpty()) {
                throw new ComposeException("networks." + key + ": network '" + name
                        + "' is external, but the swarm has none of that name; create it with 'docker network create"
                        + " --driver overlay " + name + "'");
            }
            String scope = there.get().scope();
            if (!scope.equals(SWARM)) {
                throw new ComposeException(
                        "networks." + key + ": network '" + name + "' is of one machine (its scope is " + scope
                                + "); the services of a stack need one of the swarm, such as of the driver overlay");
            }
        }
    }

    void create(Map<String, Map<String, @Nullable Object>> requests) {
        requests.forEach((key, body) -> {
            String name = String.valueOf(body.get("Name"));
            if (isThere(key, name)) {
                return;
            }
            surroundings.events().working(ResourceKind.NETWORK, name, "Creating");
            try {
                surroundings.engine().networks().create(body);
            } catch (EngineConflictException e) {
                // Another deployment was faster.
            } catch (EngineException e) {
                surroundings.events().error(ResourceKind.NETWORK, name, e);
                throw new ComposeException("networks." + key + ": " + Surroundings.reason(e), e);
            }
            surroundings.events().done(ResourceKind.NETWORK, name, "Created");
        });
    }

    private boolean isThere(String key, String name) {
        Optional<NetworkDetails> there =
                surroundings.engine().networks().find(name).filter(n -> n.name().equals(name));
        if (there.isPresent() && !there.get().scope().equals(SWARM)) {
            throw new ComposeException("networks." + key + ": there is a network '" + name
                    + "' already, of this machine alone; remove it or give this one another name");
        }
        return there.isPresent();
    }
}
