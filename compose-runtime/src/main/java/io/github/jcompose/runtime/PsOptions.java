package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Which containers {@link Compose#ps} lists.
 *
 * @param services the services named by the user; empty for all
 * @param all also stopped and one-off containers
 * @param states only containers in one of these states, such as {@code running}, stopped ones too; empty for any
 * @param withoutOrphans leave out containers of services that the project does not have
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record PsOptions(List<String> services, boolean all, List<String> states, boolean withoutOrphans) {

    public PsOptions {
        services = Defaults.list(services);
        states = Defaults.list(states);
    }

    /** {@return a builder with the defaults} */
    public static PsOptionsBuilder builder() {
        return PsOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static PsOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public PsOptionsBuilder toBuilder() {
        return PsOptionsBuilder.builder(this);
    }
}
