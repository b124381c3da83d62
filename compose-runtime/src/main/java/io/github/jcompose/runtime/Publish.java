package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.images.PinnedImages;
import io.github.jcompose.runtime.images.Pusher;
import java.util.TreeMap;

/** Has a project published, after its images. */
final class Publish {
    private final Connection connection;
    private final Project project;
    private final PublishOptions options;

    Publish(Connection connection, Project project, PublishOptions options) {
        this.connection = connection;
        this.project = project;
        this.options = options;
    }

    String run(Publisher publisher) {
        requireImages();
        return connection.events().during("publish", () -> {
            push();
            Project whole = options.resolveImageDigests() ? pinned() : project;
            return published(whole, publisher);
        });
    }

    private void requireImages() {
        new TreeMap<>(project.services()).forEach((name, service) -> {
            boolean named = service.image() != null && !service.image().isEmpty();
            if (!named && service.provider() == null) {
                throw new ComposeException("services." + name + ": cannot be published without an image name; give it"
                        + " one with 'image:', under which it can be pushed");
            }
        });
    }

    private void push() {
        boolean any = project.services().values().stream().anyMatch(service -> service.buildSpec() != null);
        if (any) {
            new Pusher(
                            connection.engine(),
                            connection.workers(),
                            connection.events(),
                            connection::credentials,
                            options.quiet())
                    .push(project, true);
        }
    }

    private Project pinned() {
        return new PinnedImages(connection.engine(), connection::credentials).of(project);
    }

    private String published(Project whole, Publisher publisher) {
        connection.events().working(ResourceKind.PROJECT, options.name(), "publishing");
        String reference = options.name();
        if (!(connection.engine() instanceof RecordingEngine)) {
            try {
                reference = publisher.publish(whole);
            } catch (ComposeException e) {
                connection.events().error(ResourceKind.PROJECT, options.name(), e);
                throw e;
            }
        }
        connection.events().done(ResourceKind.PROJECT, options.name(), "published");
        return reference;
    }
}
