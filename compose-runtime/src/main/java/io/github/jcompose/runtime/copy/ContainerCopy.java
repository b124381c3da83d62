package io.github.jcompose.runtime.copy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.runtime.engine.Archive;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Containers;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.query.ServiceContainers;
import io.github.jcompose.runtime.work.Events;
import io.github.jcompose.runtime.work.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies files into and out of the containers of a service, stopped ones too. */
public final class ContainerCopy {
    private final Containers engine;
    private final Workers workers;
    private final Events events;
    private final CopyRequest request;
    private final List<ContainerSummary> containers;

    /**
     * @throws ComposeException if there is no such container
     */
    public ContainerCopy(Engine engine, Workers workers, Events events, String project, CopyRequest request) {
        this.engine = engine.containers();
        this.workers = workers;
        this.events = events;
        this.request = request;
        ServiceContainers all = ServiceContainers.of(engine, project);
        this.containers = all.of(request.service()).stream()
                .filter(c -> ServiceContainers.isOneOff(c)
                        ? request.oneOffs() && request.index() <= 0
                        : request.index() <= 0 || ServiceContainers.number(c) == request.index())
                .toList();
        if (containers.isEmpty()) {
            throw all.none(request.service(), request.index(), "container");
        }
    }

    /** Copies a file or folder of this machine into each of the containers. */
    public void into(Path source, String destination) {
        boolean contentOnly = source.endsWith(".");
        LocalFile file = local(source);
        Path named = source.toAbsolutePath().normalize().getFileName();
        String name = contentOnly || named == null ? "" : named.toString();
        eachOf(source.toString(), destination, container -> {
            String shown = container.name() + ":" + destination;
            ContainerTarget target = ContainerTarget.of(engine, container.id(), destination, file, name, shown);
            try (InputStream archive = new LocalArchive(file, target.name())) {
                engine.copyTo(container.id(), target.folder(), request.owners(), archive);
            }
        });
    }

    private LocalFile local(Path source) {
        try {
            LocalFile itself = LocalFile.of(source, LinkOption.NOFOLLOW_LINKS);
            boolean link = itself.kind() == LocalFile.Kind.LINK;
            boolean folder = request.localFolder() || source.endsWith(".");
            boolean followed = link && (request.followLinks() || folder);
            LocalFile file = followed ? LocalFile.of(source.toRealPath()) : itself;
            if (folder && file.kind() != LocalFile.Kind.FOLDER) {
                throw new ComposeException(source + " is not a folder");
            }
            return file;
        } catch (NoSuchFileException e) {
            throw new ComposeException("no such file or folder: " + e.getFile(), e);
        } catch (IOException e) {
            throw new ComposeException("cannot read " + source + ": " + reason(e), e);
        }
    }

    /** Unpacks an archive in a folder of each of the containers. */
    public void into(InputStream tar, String destination) {
        if (containers.size() == 1) {
            eachOf("-", destination, container -> unpack(container, tar, destination));
            return;
        }
        // It can be read only once, so it is kept for the others.
        try {
            Path kept = Files.createTempFile("jcompose", ".tar");
            try {
                Files.copy(tar, kept, StandardCopyOption.REPLACE_EXISTING);
                eachOf("-", destination, container -> {
                    try (InputStream again = Files.newInputStream(kept)) {
                        unpack(container, again, destination);
                    }
                });
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new ComposeException("cannot keep the archive for several containers: " + reason(e), e);
        }
    }

    private void unpack(ContainerSummary container, InputStream tar, String destination) {
        String shown = container.name() + ":" + destination;
        String folder = ContainerTarget.folder(engine, container.id(), destination, shown);
        engine.copyTo(container.id(), folder, request.owners(), tar);
    }

    private void eachOf(String from, String destination, Step step) {
        workers.forEach(containers, container -> {
            String what = from + " to " + container.name() + ":" + destination;
            told(container, what, step);
        });
    }

    /** Copies a file or folder of the first of the containers to this machine. */
    public void from(String source, Path destination) {
        ContainerSummary container = containers.get(0);
        String shown = container.name() + ":" + source;
        told(container, shown + " to " + destination, it -> {
            try (Archive archive = archive(container, source)) {
                boolean contentOnly = ContainerPath.meansContent(source);
                String name = ContainerPath.name(ContainerPath.clean(source));
                Path target = new LocalTarget(archive.stat(), name, contentOnly, shown)
                        .of(destination, request.localFolder());
                new Extraction(target, events::warn).unpack(archive.tar());
            }
        });
    }

    /** Gives a file or folder of the first of the containers as an archive. */
    public void from(String source, OutputStream tar) {
        ContainerSummary container = containers.get(0);
        told(container, container.name() + ":" + source + " to -", it -> {
            try (Archive archive = archive(container, source)) {
                archive.tar().transferTo(tar);
                tar.flush();
            }
        });
    }

    private Archive archive(ContainerSummary container, String source) {
        String shown = container.name() + ":" + source;
        String path = ContainerPath.clean(source);
        if (request.followLinks()) {
            path = ContainerTarget.followed(engine, container.id(), path, shown);
        }
        String ending = ContainerPath.meansContent(source) ? "/." : source.endsWith("/") ? "/" : "";
        try {
            return engine.copyFrom(container.id(), path.equals("/") ? path : path + ending);
        } catch (EngineNotFoundException e) {
            throw new ComposeException("no such file or folder: " + shown, e);
        }
    }

    private void told(ContainerSummary container, String what, Step step) {
        Progress progress = Progress.of(ResourceKind.CONTAINER, container.name(), Status.WORKING, "Copying");
        events.emit(progress.withDetails(what));
        try {
            step.run(container);
        } catch (IOException | RuntimeException e) {
            ComposeException told = failure(what, e);
            events.error(ResourceKind.CONTAINER, container.name(), told);
            throw told;
        }
        events.emit(Progress.of(ResourceKind.CONTAINER, container.name(), Status.DONE, "Copied")
                .withDetails(what));
    }

    private static ComposeException failure(String what, Exception e) {
        if (e instanceof EngineInterruptedException interrupted) {
            return interrupted;
        } else if (e instanceof ComposeException told && !(e instanceof EngineException)) {
            return told;
        }
        return new ComposeException("cannot copy " + what + ": " + reason(e), e);
    }

    private static String reason(Exception e) {
        if (e instanceof IOException failed) {
            return IoReason.withFile(failed);
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private interface Step {
        void run(ContainerSummary container) throws IOException;
    }
}
