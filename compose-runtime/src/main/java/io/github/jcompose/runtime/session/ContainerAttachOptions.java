package io.github.jcompose.runtime.session;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which container to attach to, and how ({@code POST /containers/{id}/attach}).
 *
 * @param service whose container
 * @param index the number of the container; 0 for the lowest that runs
 * @param noSignals whether signals end the session, and are not passed on to the container
 * @param detachKeys keys that end the session and leave the container running, such as {@code ctrl-p,ctrl-q}; they
 *     work if the container has a terminal; null for those of docker's settings
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record ContainerAttachOptions(
        String service,
        int index,
        boolean noSignals,
        @Nullable String detachKeys) {

    public ContainerAttachOptions {
        service = service == null ? "" : service;
    }

    /** {@return options for the first container of that service} */
    public static ContainerAttachOptions of(String service) {
        return builder().service(service).build();
    }

    /** {@return a builder with the defaults} */
    public static ContainerAttachOptionsBuilder builder() {
        return ContainerAttachOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ContainerAttachOptionsBuilder toBuilder() {
        return ContainerAttachOptionsBuilder.builder(this);
    }
}
