package io.github.jcompose.runtime.swarm;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which log lines {@link Stacks#logs} gives.
 *
 * @param services keys or whole names of services; empty for all
 * @param follow go on until the thread is interrupted
 * @param since a time or a duration before now; null: from the start
 * @param tail how many last lines of each service; null for all
 * @param timestamps give the time of each line
 * @param names how tasks are named in {@link io.github.jcompose.runtime.event.LogLine#source()}
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record StackLogsOptions(
        List<String> services,
        boolean follow,
        @Nullable String since,
        @Nullable Integer tail,
        boolean timestamps,
        Names names) {

    /**
     * How tasks are named.
     *
     * @param withoutIds leave out the ids of tasks
     * @param whole do not shorten ids
     * @param unresolved ids in place of the names of services and nodes
     */
    public record Names(boolean withoutIds, boolean whole, boolean unresolved) {}

    public StackLogsOptions {
        services = services == null ? List.of() : List.copyOf(services);
        names = names == null ? new Names(false, false, false) : names;
    }

    /** {@return a builder with the defaults} */
    public static StackLogsOptionsBuilder builder() {
        return StackLogsOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static StackLogsOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public StackLogsOptionsBuilder toBuilder() {
        return StackLogsOptionsBuilder.builder(this);
    }
}
