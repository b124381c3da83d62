package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.jcompose.model.Healthcheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Healthchecks as probes, with the defaults of the engine: every 30 seconds, three times. */
final class Probes {
    private static final int INTERVAL = 30;
    private static final int TIMEOUT = 30;
    private static final int RETRIES = 3;
    private static final int START_INTERVAL = 5;

    private Probes() {}

    /** Gives the container its probes. */
    static void apply(@Nullable Healthcheck check, Container container) {
        List<String> command = check == null || check.disable() ? List.of() : command(check.test());
        if (check == null || command.isEmpty()) {
            return;
        }
        int retries = check.retries() == null || check.retries() <= 0
                ? RETRIES
                : (int) Math.min(Integer.MAX_VALUE, check.retries());
        container.setReadinessProbe(probe(check, command, Seconds.of(check.interval(), INTERVAL), retries));
        container.setLivenessProbe(probe(check, command, Seconds.of(check.interval(), INTERVAL), retries));
        if (check.startPeriod() != null && !check.startPeriod().isZero()) {
            int period = Seconds.of(check.startInterval(), START_INTERVAL);
            int failures = (Seconds.of(check.startPeriod()) + period - 1) / period + retries;
            container.setStartupProbe(probe(check, command, period, failures));
        }
    }

    private static Probe probe(Healthcheck check, List<String> command, int period, int failures) {
        ExecAction exec = new ExecAction();
        exec.setCommand(command);
        Probe probe = new Probe();
        probe.setExec(exec);
        probe.setPeriodSeconds(period);
        probe.setTimeoutSeconds(Seconds.of(check.timeout(), TIMEOUT));
        probe.setFailureThreshold(failures);
        return probe;
    }

    private static List<String> command(List<String> test) {
        if (test.size() < 2) {
            return List.of();
        }
        List<String> words = new ArrayList<>(test.subList(1, test.size()));
        return switch (test.get(0)) {
            case "CMD" -> words;
            case "CMD-SHELL" -> List.of("/bin/sh", "-c", String.join(" ", words));
            default -> List.of();
        };
    }
}
