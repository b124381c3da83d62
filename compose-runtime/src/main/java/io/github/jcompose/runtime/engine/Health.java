package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the health check of a container found.
 *
 * @param status what it comes to
 * @param failingStreak how many probes in a row failed
 * @param log the last probes, the newest last; empty in a list
 */
public record Health(Status status, int failingStreak, List<Probe> log) {
    /** What the probes come to. */
    public enum Status {
        /** There is no health check. */
        NONE,
        STARTING,
        HEALTHY,
        UNHEALTHY;

        /** {@return the status that the engine's word means; {@code NONE} for any other} */
        public static Status of(String word) {
            return switch (word) {
                case "starting" -> STARTING;
                case "healthy" -> HEALTHY;
                case "unhealthy" -> UNHEALTHY;
                default -> NONE;
            };
        }

        /** {@return the engine's word, such as {@code healthy}} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One run of the health check.
     *
     * @param start when it began; empty if not told
     * @param exitCode 0 if it found the container healthy
     * @param output what it printed, cut by the engine
     */
    public record Probe(Optional<Instant> start, int exitCode, String output) {}

    /** The health of a container without health check. */
    public static final Health NONE = new Health(Status.NONE, 0, List.of());

    /** {@return the health that an inspection tells} */
    public static Health of(JsonObject raw) {
        return new Health(
                Status.of(raw.string("Status")),
                (int) raw.number("FailingStreak"),
                raw.objects("Log").stream()
                        .map(probe -> new Probe(
                                probe.instant("Start"), (int) probe.number("ExitCode"), probe.string("Output")))
                        .toList());
    }

    /** {@return the health that the status line of a list tells, such as {@code Up 2 minutes (healthy)}} */
    public static Health ofStatusLine(String line) {
        if (line.endsWith("(healthy)")) {
            return new Health(Status.HEALTHY, 0, List.of());
        } else if (line.endsWith("(unhealthy)")) {
            return new Health(Status.UNHEALTHY, 0, List.of());
        }
        return line.endsWith("(health: starting)") ? new Health(Status.STARTING, 0, List.of()) : NONE;
    }

    /** {@return what the newest probe printed; empty if nothing did} */
    public String lastOutput() {
        return log.isEmpty() ? "" : log.get(log.size() - 1).output();
    }
}
