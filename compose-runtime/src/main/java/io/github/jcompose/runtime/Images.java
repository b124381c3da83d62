package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.build.ProjectBuilds;
import io.github.jcompose.runtime.engine.recording.RecordingEngine;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.images.ImageRequest;
import io.github.jcompose.runtime.images.PinnedImages;
import io.github.jcompose.runtime.images.ProjectImages;
import io.github.jcompose.runtime.images.Pusher;
import io.github.jcompose.runtime.project.Names;
import io.github.jcompose.runtime.project.NormalProject;
import io.github.jcompose.runtime.project.Selection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Operations on the images of a project. */
final class Images {
    private final Connection connection;

    Images(Connection connection) {
        this.connection = connection;
    }

    void pull(Project project, PullOptions options) {
        Project chosen = Selection.of(NormalProject.of(project), options.services(), options.dependencies());
        ImageRequest request = new ImageRequest(chosen, options.policy(), options.quiet(), connection::credentials);
        ProjectImages images =
                new ProjectImages(connection.engine(), connection.workers(), connection.events(), connection.clock());
        connection
                .events()
                .during("pull", () -> images.pull(request, options.ignoreFailures(), options.ignoreBuildable()));
    }

    List<String> build(Project project, BuildOptions options) {
        Project chosen = Selection.of(NormalProject.of(project), options.services(), options.dependencies());
        boolean pretended = connection.engine() instanceof RecordingEngine;
        Set<String> built = connection
                .events()
                .during(
                        "build",
                        () -> pretended
                                ? pretendedBuild(chosen)
                                : connection
                                        .builds()
                                        .build(chosen, chosen.services().keySet(), options.request()));
        return List.copyOf(built);
    }

    private Set<String> pretendedBuild(Project project) {
        Names names = Names.of(project);
        Set<String> images = new TreeSet<>();
        ProjectBuilds.due(project, Map.of(), true)
                .forEach(key -> images.add(names.image(
                        key,
                        project.services().getOrDefault(key, Service.builder().build()))));
        for (String image : images) {
            connection.events().working(ResourceKind.IMAGE, image, "Building");
            connection.events().done(ResourceKind.IMAGE, image, "Built");
        }
        return images;
    }

    void push(Project project, PushOptions options) {
        Project chosen = Selection.of(NormalProject.of(project), options.services(), options.dependencies());
        Pusher pusher = new Pusher(
                connection.engine(),
                connection.workers(),
                connection.events(),
                connection::credentials,
                options.quiet());
        connection.events().during("push", () -> pusher.push(chosen, options.ignoreFailures()));
    }

    String publish(Project project, PublishOptions options, Publisher publisher) {
        return new Publish(connection, NormalProject.of(project), options).run(publisher);
    }

    Project pinned(Project project) {
        return new PinnedImages(connection.engine(), connection::credentials).of(project);
    }
}
