package io.github.jcompose.runtime.testing;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.ImageSummary;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.error.EngineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Names and a label of one test alone; whatever carries the label or was told is removed in the end. */
public final class EngineScope implements AutoCloseable {
    /** A small image with a shell. */
    public static final String BUSYBOX = "busybox:1.36";

    private static final String LABEL = "io.github.jcompose.test";
    private static final String PROJECT = "com.docker.compose.project";

    private final Engine engine;
    private final String id =
            "jct" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final List<String> projects = new ArrayList<>();

    EngineScope(Engine engine) {
        this.engine = engine;
    }

    /** {@return a name that nothing else has} */
    public String name(String suffix) {
        return id + "-" + suffix;
    }

    /** {@return the name of a project that nothing else has; what belongs to it is removed in the end} */
    public String project(String suffix) {
        String project = id + suffix;
        projects.add(project);
        return project;
    }

    /** {@return the label by which things are removed} */
    public Map<String, String> labels() {
        return Map.of(LABEL, id);
    }

    /** {@return the filter for the label} */
    public Filters filters() {
        return Filters.label(LABEL, id);
    }

    /** {@return the request for a container that runs the shell script} */
    public Map<String, Object> shell(String script) {
        pull(BUSYBOX);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Image", BUSYBOX);
        body.put("Cmd", List.of("sh", "-c", script));
        body.put("Labels", labels());
        body.put("StopTimeout", 0);
        return body;
    }

    /** Fetches an image that is not there yet. */
    public void pull(String image) {
        if (engine.images().find(image).isEmpty()) {
            engine.images().pull(image, null, null, progress -> {});
        }
    }

    /** Removes everything. */
    @Override
    public void close() {
        clean(filters());
        projects.forEach(project -> clean(Filters.label(PROJECT, project)));
    }

    private void clean(Filters filters) {
        for (ContainerSummary container : engine.containers().list(filters, true)) {
            quietly(() -> engine.containers().remove(container.id(), true, true));
        }
        for (NetworkDetails network : engine.networks().list(filters)) {
            quietly(() -> engine.networks().remove(network.id()));
        }
        for (VolumeDetails volume : engine.volumes().list(filters)) {
            quietly(() -> engine.volumes().remove(volume.name(), true));
        }
        for (ImageSummary image : engine.images().list(filters)) {
            quietly(() -> engine.images().remove(image.id(), true));
        }
    }

    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException e) {
            // The test may have removed it itself.
        }
    }
}
