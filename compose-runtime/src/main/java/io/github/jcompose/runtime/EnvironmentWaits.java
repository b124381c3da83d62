package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.GoDuration;
import io.github.jcompose.runtime.start.Diagnosis;
import io.github.jcompose.runtime.start.StateWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Waits for conditions of an environment, all of them at once, until one deadline. */
final class EnvironmentWaits {
    /** The engine tells of containers. Ports and the like have to be tried. */
    private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long SAFETY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Connection connection;
    private final LiveEnvironment environment;

    EnvironmentWaits(Connection connection, LiveEnvironment environment) {
        this.connection = connection;
        this.environment = environment;
    }

    /**
     * @param timeout told in messages
     * @param deadline in {@link System#nanoTime()}
     */
    void await(Duration timeout, long deadline, List<WaitFor> conditions) {
        List<EnvironmentProbe> pending = new ArrayList<>();
        try (StateWatch watch = new StateWatch(connection.engine(), connection.workers(), environment.name())) {
            conditions.forEach(condition -> pending.add(new EnvironmentProbe(environment, condition)));
            while (true) {
                int seen = watch.news();
                round(pending);
                if (pending.isEmpty()) {
                    return;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new ComposeException(late(timeout, pending));
                }
                boolean tries = pending.stream().anyMatch(EnvironmentProbe::isTried);
                watch.awaitNews(seen, Math.min(left, tries ? PROBE_NANOS : SAFETY_NANOS));
            }
        } finally {
            pending.forEach(EnvironmentProbe::close);
        }
    }

    private void round(List<EnvironmentProbe> pending) {
        List<ContainerInfo> containers = environment.containers();
        for (EnvironmentProbe probe : List.copyOf(pending)) {
            boolean holds;
            try {
                holds = probe.holds(containers);
            } catch (EnvironmentProbe.Hopeless e) {
                throw new ComposeException(
                        e.getMessage() + " while waiting for " + probe.condition() + diagnosis(probe.service()));
            }
            if (holds) {
                probe.close();
                pending.remove(probe);
            }
        }
    }

    private String late(Duration timeout, List<EnvironmentProbe> pending) {
        String what = pending.stream()
                .map(probe -> probe.condition() + (probe.lastTry().isEmpty() ? "" : " (" + probe.lastTry() + ")"))
                .collect(Collectors.joining(", and for "));
        TreeSet<String> services = new TreeSet<>();
        pending.forEach(probe -> services.add(probe.service()));
        return "timeout after " + GoDuration.format(timeout) + " waiting for " + what
                + services.stream().map(this::diagnosis).collect(Collectors.joining());
    }

    /** {@return what there is to say of the containers of a service, below a message} */
    private String diagnosis(String service) {
        Diagnosis diagnosis = new Diagnosis(connection.engine());
        return environment.containers().stream()
                .filter(container -> container.service().equals(service))
                .map(container -> connection
                        .engine()
                        .containers()
                        .find(container.id())
                        .map(found -> "\n" + container.name() + ":" + diagnosis.of(found))
                        .orElse(""))
                .collect(Collectors.joining());
    }
}
