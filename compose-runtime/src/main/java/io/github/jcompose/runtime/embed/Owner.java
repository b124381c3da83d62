package io.github.jcompose.runtime.embed;

import io.github.jcompose.runtime.engine.ContainerDetails;
import io.github.jcompose.runtime.engine.Engine;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A process that started environments. What it started carries its label, so that another process can tell whether it
 * still lives: only what surely died loses anything.
 *
 * @param machine tells machines and users apart
 * @param boot changes with each start of the machine; empty where that is not told
 * @param space in which process numbers are unique
 * @param pid the number of the process
 * @param start when it began, as the machine counts
 * @param container in which it runs, if the engine that carries the label runs that too; else empty
 */
public record Owner(String machine, String boot, String space, long pid, String start, String container) {
    /** The key of the label. */
    public static final String LABEL = "io.github.jcompose.owner";

    private static final int FIELDS = 6;

    /** {@return this process, as it signs what it starts on that engine} */
    public static Owner current(Engine engine) {
        String container = OwnContainer.on(engine).map(ContainerDetails::id).orElse("");
        ProcessTable table = ProcessTable.INSTANCE;
        long pid = ProcessHandle.current().pid();
        return new Owner(
                table.machine(),
                table.boot(),
                table.space(),
                pid,
                table.start(pid).orElse(""),
                container);
    }

    /** {@return the value of the label} */
    public String label() {
        return String.join("/", machine, boot, space, Long.toString(pid), start, container);
    }

    /** {@return the process that the value of a label means; empty if it is not understood} */
    public static Optional<Owner> parse(String label) {
        String[] fields = label.split("/", -1);
        if (fields.length != FIELDS || !fields[3].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Owner(fields[0], fields[1], fields[2], Long.parseLong(fields[3]), fields[4], fields[5]));
    }

    /**
     * {@return whether the other process has surely ended}
     *
     * @param containerRuns tells of a container of the engine by its id
     */
    public boolean knowsDead(Owner other, Predicate<String> containerRuns) {
        return knowsDead(other, containerRuns, ProcessTable.INSTANCE);
    }

    boolean knowsDead(Owner other, Predicate<String> containerRuns, ProcessTable table) {
        if (!other.container.isEmpty() && !containerRuns.test(other.container)) {
            return true;
        }
        if (!other.machine.equals(machine)) {
            return false;
        }
        if (!other.boot.isEmpty() && !boot.isEmpty() && !other.boot.equals(boot)) {
            // The machine was started anew since.
            return true;
        }
        return other.space.equals(space) && !other.start.isEmpty() && table.hasEnded(other.pid, other.start);
    }
}
