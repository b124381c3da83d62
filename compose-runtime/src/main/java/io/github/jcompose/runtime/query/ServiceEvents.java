package io.github.jcompose.runtime.query;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import io.github.jcompose.runtime.project.Labels;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens to the containers of services; those that {@code run} made and those of hooks are left out. */
public final class ServiceEvents implements Feed<ServiceEvent> {
    private static final String OWN_LABELS = "com.docker.compose.";

    private final MessageStream<EngineEvent> events;
    private final Set<String> services;

    private ServiceEvents(MessageStream<EngineEvent> events, Set<String> services) {
        this.events = events;
        this.services = services;
    }

    /**
     * {@return what happens to the containers of the services, of all if none is named}
     *
     * @param since null for now
     * @param until null for no end
     */
    public static ServiceEvents of(
            Engine engine,
            String project,
            Collection<String> services,
            @Nullable Instant since,
            @Nullable Instant until) {
        Filters filters = Filters.label(Labels.PROJECT, project.toLowerCase(Locale.ROOT))
                .andLabel(Labels.ONE_OFF, Labels.NO)
                .and("type", "container");
        return new ServiceEvents(engine.events(filters, since, until), Set.copyOf(services));
    }

    @Override
    public @Nullable ServiceEvent next() {
        for (EngineEvent event = events.next(); event != null; event = events.next()) {
            String service = event.attributes().getOrDefault(Labels.SERVICE, "");
            if (services.isEmpty() || services.contains(service)) {
                return told(event, service);
            }
        }
        return null;
    }

    private static ServiceEvent told(EngineEvent event, String service) {
        Map<String, String> attributes = new TreeMap<>(event.attributes());
        attributes.keySet().removeIf(name -> name.startsWith(OWN_LABELS));
        String name = event.attributes().getOrDefault("name", event.id());
        return new ServiceEvent(
                event.time(), service, name, event.id(), event.action(), Collections.unmodifiableMap(attributes));
    }

    @Override
    public void close() {
        events.close();
    }
}
