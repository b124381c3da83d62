package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Which containers {@link Compose#copyInto} and {@link Compose#copyFrom} mean, and how they copy.
 *
 * @param service the service
 * @param index the number of one replica; 0 for all of them, or the first one to copy from
 * @param oneOffs also containers that {@code run} made
 * @param followLinks copy what a link leads to, where the path itself is a link
 * @param owners give files the owner that the container runs as
 * @param localFolder whether the path on this machine can only mean a folder, as one that ends with a slash does
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record CopyOptions(
        String service, int index, boolean oneOffs, boolean followLinks, boolean owners, boolean localFolder) {

    public CopyOptions {
        service = service == null ? "" : service;
    }

    /** {@return the options for all containers of that service} */
    public static CopyOptions of(String service) {
        return builder().service(service).build();
    }

    /** {@return a builder with the defaults} */
    public static CopyOptionsBuilder builder() {
        return CopyOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public CopyOptionsBuilder toBuilder() {
        return CopyOptionsBuilder.builder(this);
    }
}
