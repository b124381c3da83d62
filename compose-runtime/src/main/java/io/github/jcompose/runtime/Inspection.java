package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.copy.ContainerCopy;
import io.github.jcompose.runtime.copy.CopyRequest;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.inspect.Feed;
import io.github.jcompose.runtime.inspect.PublishedAddress;
import io.github.jcompose.runtime.inspect.ServiceEvent;
import io.github.jcompose.runtime.inspect.ServiceExit;
import io.github.jcompose.runtime.logs.TimeReference;
import io.github.jcompose.runtime.query.Exits;
import io.github.jcompose.runtime.query.PublishedPorts;
import io.github.jcompose.runtime.query.ServiceContainers;
import io.github.jcompose.runtime.query.ServiceEvents;
import io.github.jcompose.runtime.stats.StatsSampler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations that look into containers or take something out of them, and those that need a word on options. */
final class Inspection {
    private final Connection connection;
    private final Engine engine;

    Inspection(Connection connection) {
        this.connection = connection;
        this.engine = connection.engine();
    }

    PublishedAddress port(String project, String service, int index, int port, String protocol) {
        return PublishedPorts.find(engine, project, service, index, port, protocol);
    }

    Feed<ServiceEvent> events(String project, EventsOptions options) {
        return ServiceEvents.of(engine, project, options.services(), time(options.since()), time(options.until()));
    }

    private @Nullable Instant time(@Nullable String text) {
        return TimeReference.parse(text, connection.clock(), ZoneId.systemDefault());
    }

    StatsSampler stats(String project, StatsOptions options) {
        return new StatsSampler(engine, connection.workers(), project, options.services(), options.all());
    }

    List<ServiceExit> awaitExit(String project, WaitOptions options, Consumer<ServiceExit> listener) {
        return new Exits(engine, connection.workers()).await(project, options.services(), options.down(), listener);
    }

    ContainerCopy copy(String project, CopyOptions options) {
        CopyRequest request = new CopyRequest(
                options.service(),
                options.index(),
                options.oneOffs(),
                options.followLinks(),
                options.owners(),
                options.localFolder());
        return new ContainerCopy(engine, connection.workers(), connection.events(), project, request);
    }

    String commit(String project, CommitOptions options) {
        ContainerSummary container = ServiceContainers.of(engine, project).any(options.service(), options.index());
        return told("commit", container, "Committing", () -> {
            String id = engine.containers()
                    .commit(
                            container.id(),
                            options.repository(),
                            options.message(),
                            options.author(),
                            !options.noPause(),
                            options.changes());
            return new Done("Committed as " + id, id);
        });
    }

    void export(String project, String service, int index, OutputStream tar) {
        ContainerSummary container = ServiceContainers.of(engine, project).any(service, index);
        told("export", container, "Exporting", () -> {
            try (InputStream files = engine.containers().export(container.id())) {
                files.transferTo(tar);
                tar.flush();
            } catch (IOException e) {
                throw new ComposeException("cannot export container " + container.name() + ": " + e.getMessage(), e);
            }
            return new Done("Exported", "");
        });
    }

    private record Done(String text, String result) {}

    private String told(String operation, ContainerSummary container, String working, Supplier<Done> work) {
        return connection.events().during(operation, () -> {
            connection.events().working(ResourceKind.CONTAINER, container.name(), working);
            try {
                Done done = work.get();
                connection.events().done(ResourceKind.CONTAINER, container.name(), done.text());
                return done.result();
            } catch (RuntimeException e) {
                connection.events().error(ResourceKind.CONTAINER, container.name(), e);
                throw e;
            }
        });
    }
}
