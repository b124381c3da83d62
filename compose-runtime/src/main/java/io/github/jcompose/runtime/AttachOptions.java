package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attached {@link Compose#upAttached} follows and when it ends.
 *
 * @param services only the output of these; empty: of the named services, or all, as far as {@code attach} is not false
 * @param excluded not the output of these
 * @param dependencies also the output of what the named services depend on
 * @param abortOn which exit of a container stops all
 * @param exitCodeFrom the service whose exit code is the result; null: the container that caused the end
 * @param timestamps give the lines the time of their arrival
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record AttachOptions(
        List<String> services,
        List<String> excluded,
        boolean dependencies,
        AbortOn abortOn,
        @Nullable String exitCodeFrom,
        boolean timestamps) {

    /** Which exit of a container stops all. */
    public enum AbortOn {
        NOTHING,
        /** Any exit after which the container is not restarted. */
        EXIT,
        /** Any such exit with a code other than 0. */
        FAILURE
    }

    public AttachOptions {
        services = Defaults.list(services);
        excluded = Defaults.list(excluded);
        abortOn = abortOn == null ? AbortOn.NOTHING : abortOn;
    }

    /** {@return a builder with the defaults} */
    public static AttachOptionsBuilder builder() {
        return AttachOptionsBuilder.builder();
    }

    /** {@return the defaults} */
    public static AttachOptions defaults() {
        return builder().build();
    }

    /** {@return a builder that starts from this one} */
    public AttachOptionsBuilder toBuilder() {
        return AttachOptionsBuilder.builder(this);
    }
}
