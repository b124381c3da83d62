package io.github.jcompose.benchmarks;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineEvent;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MessageStream;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how many milliseconds the engine counts between the moment in which it calls a dependency healthy and the start of
 * what waited for that: of a project that is up already, or of two containers that are started by nothing but calls.
 */
public final class HealthGap {
    private static final String ID = "health.gap";

    private HealthGap() {}

    /** Measures: {@code raw}; or the project's name, and since when, in seconds of the epoch. */
    public static void main(String[] args) {
        try (Engine engine = Engines.connect(HostOptions.of(System.getenv()))) {
            if (args[0].equals(Sample.RAW)) {
                raw(engine);
            } else {
                Sample.print(ID, args[2], between(engine, args[0], Instant.ofEpochSecond(Long.parseLong(args[1]))));
            }
        }
    }

    private static Filters project(String name) {
        return Filters.label("com.docker.compose.project", name).and("type", "container");
    }

    private static double between(Engine engine, String project, Instant since) {
        Map<String, Instant> times = new HashMap<>();
        try (MessageStream<EngineEvent> events = engine.events(project(project), since, Instant.now())) {
            for (EngineEvent event = events.next(); event != null; event = events.next()) {
                times.putIfAbsent(
                        event.attributes().getOrDefault("com.docker.compose.service", "") + " " + event.action(),
                        event.time());
            }
        }
        Instant healthy = times.get("db health_status: healthy");
        Instant started = times.get("web start");
        if (healthy == null || started == null) {
            throw new IllegalStateException("the engine tells of no such events, but of " + times.keySet());
        }
        return Duration.between(healthy, started).toNanos() / 1e6;
    }

    private static void raw(Engine engine) {
        Instant begin = Instant.now().minusSeconds(1);
        String db = create(engine, "db");
        String web = create(engine, "web");
        try (MessageStream<EngineEvent> events = engine.events(project(RawLimit.PROJECT), null, null)) {
            engine.containers().start(db);
            EngineEvent event = events.next();
            while (event != null && !event.action().equals("health_status: healthy")) {
                event = events.next();
            }
            engine.containers().start(web);
            Sample.print(ID, Sample.RAW, between(engine, RawLimit.PROJECT, begin));
        } finally {
            engine.containers().remove(db, true, true);
            engine.containers().remove(web, true, true);
        }
    }

    private static String create(Engine engine, String service) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "Image",
                "busybox:1.36",
                "Cmd",
                List.of("sleep", "3600"),
                "Labels",
                RawLimit.labels("com.docker.compose.service", service),
                "HostConfig",
                Map.of("NetworkMode", "none", "Init", true)));
        if (service.equals("db")) {
            body.put("Healthcheck", Map.of("Test", List.of("CMD", "true"), "Interval", 1_000_000_000L));
        }
        return engine.containers()
                .create(RawLimit.PROJECT + "-" + service + "-1", null, body)
                .id();
    }
}
