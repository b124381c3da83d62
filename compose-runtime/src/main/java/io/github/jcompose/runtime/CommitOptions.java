package io.github.jcompose.runtime;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What {@link Compose#commit} makes an image of.
 *
 * @param service the service
 * @param index the number of one replica; 0 for the first
 * @param repository the name of the image, such as {@code shop:1.0}; empty for none
 * @param author empty for none
 * @param message empty for none
 * @param noPause whether the container goes on running meanwhile
 * @param changes instructions of a Dockerfile, such as {@code ENV A=b}
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record CommitOptions(
        String service,
        int index,
        String repository,
        String author,
        String message,
        boolean noPause,
        List<String> changes) {

    public CommitOptions {
        service = service == null ? "" : service;
        repository = repository == null ? "" : repository;
        author = author == null ? "" : author;
        message = message == null ? "" : message;
        changes = Defaults.list(changes);
    }

    /** {@return the options for the first container of that service} */
    public static CommitOptions of(String service) {
        return builder().service(service).build();
    }

    /** {@return a builder with the defaults} */
    public static CommitOptionsBuilder builder() {
        return CommitOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public CommitOptionsBuilder toBuilder() {
        return CommitOptionsBuilder.builder(this);
    }
}
