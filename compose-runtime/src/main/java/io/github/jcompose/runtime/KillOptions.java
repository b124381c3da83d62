package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What {@link Compose#kill} sends a signal to.
 *
 * @param services the services named by the user; empty for all
 * @param signal the name or number of the signal
 * @param removeOrphans also containers of services that the project does not have any more
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record KillOptions(List<String> services, String signal, boolean removeOrphans) {

    public KillOptions {
        services = Defaults.list(services);
        signal = signal == null || signal.isEmpty() ? "SIGKILL" : signal;
    }

    /** {@return a builder with the defaults} */
    public static KillOptionsBuilder builder() {
        return KillOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static KillOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public KillOptionsBuilder toBuilder() {
        return KillOptionsBuilder.builder(this);
    }
}
