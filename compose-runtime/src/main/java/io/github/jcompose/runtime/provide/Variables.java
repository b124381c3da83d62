package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.work.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables that the program of one service sets for those that depend on it. */
final class Variables {
    private final String provider;
    private final Events events;
    private final Map<String, String> values = new TreeMap<>();

    Variables(String provider, Events events) {
        this.provider = provider;
        this.events = events;
    }

    void add(String prefix, String assignment) {
        int sign = assignment.indexOf('=');
        if (sign < 1) {
            throw new ComposeException("expected NAME=value, found: " + assignment);
        }
        values.put(prefix + assignment.substring(0, sign), assignment.substring(sign + 1));
    }

    Service into(String key, Service service) {
        Map<String, @Nullable String> environment = new LinkedHashMap<>(service.environment());
        values.forEach((name, value) -> {
            String own = environment.get(name);
            if (own != null && !own.equals(value)) {
                events.warn("services." + key + ".environment: " + name + " is set over by provider " + provider);
            }
            environment.put(name, value);
        });
        return service.toBuilder().environment(environment).build();
    }
}
