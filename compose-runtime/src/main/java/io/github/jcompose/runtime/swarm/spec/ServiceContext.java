package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.ApiVersion;

/**
 * A service of a stack, and what its request depends on besides it.
 *
 * @param key the service
 * @param files the configs and secrets that are in the swarm
 * @param api the version that the engine speaks
 */
public record ServiceContext(Stack stack, String key, Service service, FileRefs files, ApiVersion api) {
    ComposeException invalid(String attribute, String message) {
        return new ComposeException("services." + key + "." + attribute + ": " + message);
    }
}
