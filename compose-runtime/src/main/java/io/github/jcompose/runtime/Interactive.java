package io.github.jcompose.runtime;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.interactive.ServiceContainers;
import io.github.jcompose.runtime.interactive.SessionEnd;
import io.github.jcompose.runtime.interactive.Sessions;
import io.github.jcompose.runtime.project.Selection;
import io.github.jcompose.runtime.session.ContainerAttachOptions;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds sessions with processes in containers of services. */
final class Interactive {
    private final Connection connection;
    private final Sessions sessions;

    Interactive(Connection connection) {
        this.connection = connection;
        this.sessions = new Sessions(connection.engine(), connection.workers()::execute, connection.environment());
    }

    int exec(Project project, ExecOptions options, Streams streams) {
        return exec(project.name(), in(project, options), streams);
    }

    int exec(String project, ExecOptions options, Streams streams) {
        return sessions.exec(container(project, options.service(), options.index()), options, streams)
                .exitCode();
    }

    void execDetached(Project project, ExecOptions options) {
        execDetached(project.name(), in(project, options));
    }

    void execDetached(String project, ExecOptions options) {
        sessions.execDetached(container(project, options.service(), options.index()), options);
    }

    int attach(Project project, ContainerAttachOptions options, Streams streams) {
        requireKnown(project, options.service());
        return attach(project.name(), options, streams);
    }

    int attach(String project, ContainerAttachOptions options, Streams streams) {
        SessionEnd end = sessions.attach(container(project, options.service(), options.index()), options, streams);
        return end.exitCode();
    }

    private String container(String project, String service, int index) {
        return ServiceContainers.running(connection.engine(), project, service, index)
                .id();
    }

    /** A service whose profiles are not enabled now may run all the same. */
    private static void requireKnown(Project project, String service) {
        if (!project.disabledServices().containsKey(service)) {
            Selection.requireKnown(project, List.of(service));
        }
    }

    private static ExecOptions in(Project project, ExecOptions options) {
        requireKnown(project, options.service());
        Map<String, @Nullable String> environment = new LinkedHashMap<>(options.environment());
        environment.replaceAll(
                (name, value) -> value == null ? project.environment().get(name) : value);
        return options.toBuilder().environment(environment).build();
    }
}
