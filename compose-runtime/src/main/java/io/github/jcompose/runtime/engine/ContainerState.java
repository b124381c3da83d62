package io.github.jcompose.runtime.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a container at the time of an inspection.
 *
 * @param status what it is doing
 * @param running whether its process runs; true for a paused container too
 * @param paused whether it is paused
 * @param exitCode of the last run; 0 while the first one goes on
 * @param oomKilled whether the kernel ended it for want of memory
 * @param error why it could not start; empty if it could
 * @param startedAt of the last run; empty before the first
 * @param finishedAt of the last run; empty before the end of the first
 * @param health what its health check found
 */
public record ContainerState(
        ContainerStatus status,
        boolean running,
        boolean paused,
        int exitCode,
        boolean oomKilled,
        String error,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Health health) {

    /** {@return the state that an inspection tells} */
    public static ContainerState of(JsonObject raw) {
        return new ContainerState(
                ContainerStatus.of(raw.string("Status")),
                raw.bool("Running"),
                raw.bool("Paused"),
                (int) raw.number("ExitCode"),
                raw.bool("OOMKilled"),
                raw.string("Error"),
                raw.instant("StartedAt"),
                raw.instant("FinishedAt"),
                Health.of(raw.object("Health")));
    }

    /** {@return the same, with that status and whether it runs} */
    public ContainerState with(ContainerStatus now) {
        boolean runs = now == ContainerStatus.RUNNING || now == ContainerStatus.PAUSED;
        return new ContainerState(
                now, runs, now == ContainerStatus.PAUSED, exitCode, oomKilled, error, startedAt, finishedAt, health);
    }
}
