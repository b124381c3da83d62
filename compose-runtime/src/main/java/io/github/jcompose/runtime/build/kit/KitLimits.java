package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the BuildKit of an engine cannot do. */
final class KitLimits {
    private static final String INLINE = "inline";
    private static final String REGISTRY = "registry";

    private final BuildTask task;
    private final Build build;
    private final Abilities engine;
    private final List<String> warnings = new ArrayList<>();

    private KitLimits(BuildTask task, Abilities engine) {
        this.task = task;
        this.build = task.build();
        this.engine = engine;
    }

    /**
     * {@return what is done in another way than the file says}
     *
     * @throws ComposeException if the image would not be what the file says
     */
    static List<String> check(BuildTask task, Abilities engine) {
        KitLimits limits = new KitLimits(task, engine);
        limits.checkContext();
        limits.checkSteps();
        limits.checkResult();
        limits.checkSsh();
        limits.checkSecrets();
        return limits.warnings;
    }

    private ComposeException refusal(String attribute, String why) {
        return new ComposeException(task.where() + "." + attribute + ": " + why);
    }

    private void checkContext() {
        String context = task.context();
        if (context.equals("-")) {
            throw refusal("context", "cannot be read from standard input; name a folder");
        }
        if (!task.isRemote() && (context.contains("://") || context.startsWith("service:"))) {
            throw refusal(
                    "context",
                    "cannot build from " + context + "; expected a folder, a git repository or a http(s) address");
        }
        task.contexts().forEach((name, value) -> {
            if (value.startsWith("oci-layout://")) {
                throw refusal(
                        "additional_contexts." + name,
                        "cannot take the image layout " + value
                                + " from this machine; load it into the engine and use docker-image://");
            }
        });
    }

    private void checkSteps() {
        String network = build.network();
        if (network != null && !List.of("", "default", "none", "host").contains(network)) {
            throw refusal(
                    "network",
                    "BuildKit builds on no network of its own choice such as '" + network
                            + "'; expected default, none or host, or DOCKER_BUILDKIT=0 for the classic builder");
        }
        if (!engine.frontendLimits()) {
            refuseIf(build.shmSize() != null, "shm_size");
            refuseIf(!build.ulimits().isEmpty(), "ulimits");
        }
        String isolation = build.isolation();
        if (isolation != null && !isolation.isEmpty() && !isolation.equals("default")) {
            warnings.add(task.where() + ".isolation: BuildKit knows none; '" + isolation + "' has no effect");
        }
        if (task.memory() > 0) {
            warnings.add(task.where() + ": BuildKit knows no limit of memory; --memory has no effect");
        }
    }

    private void refuseIf(boolean set, String attribute) {
        if (set) {
            throw refusal(
                    attribute,
                    "the BuildKit of this engine does not know it; it takes Engine 23.0, or DOCKER_BUILDKIT=0 for the"
                            + " classic builder");
        }
    }

    private void checkResult() {
        if (build.platforms().size() > 1 && !engine.imageStore()) {
            throw refusal(
                    "platforms",
                    "this engine keeps one platform of an image (found: " + String.join(", ", build.platforms())
                            + "); it takes the containerd image store to build for several at once");
        }
        attestation("provenance", build.provenance());
        attestation("sbom", build.sbom());
        for (String entry : build.cacheTo()) {
            checkCache("cache_to", entry, List.of(INLINE));
        }
        for (String entry : build.cacheFrom()) {
            checkCache("cache_from", entry, List.of(REGISTRY));
        }
    }

    private void attestation(String attribute, @Nullable String value) {
        if (Attributes.isOn(value) && !engine.imageStore()) {
            throw refusal(attribute, "this engine cannot keep it with the image; it takes the containerd image store");
        }
    }

    private void checkCache(String attribute, String entry, List<String> always) {
        Map<String, String> fields = BuildTask.cacheFields(entry);
        String type = fields.getOrDefault("type", "");
        boolean known = always.contains(type) || (engine.imageStore() && !type.equals("local"));
        if (type.isEmpty()) {
            throw refusal(attribute, "'" + entry + "' has no type; expected type=registry,ref=IMAGE or the like");
        } else if (type.equals("local")) {
            throw refusal(
                    attribute,
                    "a cache in a folder of this machine (" + entry + ") is not there yet; expected " + always.get(0));
        } else if (!known) {
            throw refusal(
                    attribute,
                    "the BuildKit of this engine has no cache of type '" + type + "'; expected type=" + always.get(0)
                            + ", or an engine with the containerd image store");
        } else if (type.equals(REGISTRY) && fields.getOrDefault("ref", "").isEmpty()) {
            throw refusal(attribute, "'" + entry + "' names no image; expected type=registry,ref=IMAGE");
        }
    }

    private void checkSsh() {
        SshAgents.find(task);
    }

    private void checkSecrets() {
        Secrets.find(task);
    }

    /** {@return the name as a stage can have it; else refuses the context} */
    static String stageName(BuildTask task, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.matches("[a-z][a-z0-9._-]*")) {
            throw new ComposeException(task.where() + ".additional_contexts: the name '" + name
                    + "' takes an engine of version 23.0 or later; before that it must be the name of a stage:"
                    + " letters, digits, '-', '_' and '.'");
        }
        return lower;
    }

    /** {@return the folder of that path} */
    static Path folder(BuildTask task, String path) {
        return task.folder().resolve(path).normalize();
    }
}
