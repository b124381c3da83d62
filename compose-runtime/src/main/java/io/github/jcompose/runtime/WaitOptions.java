package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What {@link Compose#awaitExit} waits for.
 *
 * @param services the services whose containers are meant; empty for all
 * @param down wait for the first container only, and take the project down then
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record WaitOptions(List<String> services, boolean down) {

    public WaitOptions {
        services = Defaults.list(services);
    }

    /** {@return a builder with the defaults} */
    public static WaitOptionsBuilder builder() {
        return WaitOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static WaitOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public WaitOptionsBuilder toBuilder() {
        return WaitOptionsBuilder.builder(this);
    }
}
