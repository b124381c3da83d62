package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Build;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that what the enabled services refer to exists, and that what they say fits together. */
public final class ConsistencyCheck {
    private final Project project;
    private final MappingNode tree;
    private final Problems problems;

    private ConsistencyCheck(Project project, MappingNode tree, Problems problems) {
        this.project = project;
        this.tree = tree;
        this.problems = problems;
    }

    /**
     * Checks a project.
     *
     * @param tree what the project was made of, for places
     */
    public static void apply(Project project, MappingNode tree, Problems problems) {
        ConsistencyCheck check = new ConsistencyCheck(project, tree, problems);
        project.services().forEach(check::service);
        project.secrets().forEach(check::secret);
        DependencyCycles.check(project, tree, problems);
    }

    private void service(String name, Service service) {
        MappingNode services = tree.mapping("services");
        MappingNode node = services == null ? null : services.mapping(name);
        if (node == null) {
            return;
        }
        TreePath path = TreePath.ROOT.key("services").key(name);
        boolean provided = service.provider() != null;
        if (service.image() == null && service.buildSpec() == null && !provided && !node.isDamaged()) {
            String hint = "a service needs one of them";
            problems.error(Place.key(tree, "services", name), path, "neither 'image' nor 'build' is set", hint);
        }
        if (service.buildSpec() != null) {
            build(service, service.buildSpec(), node, path);
        }
        if (service.networkMode() != null && !service.networks().isEmpty() && node.has("networks")) {
            problems.error(
                    Place.key(node, "networks"), path, "'network_mode' and 'networks' exclude each other; keep one");
        }
        String shared = service.networkMode() == null ? "" : service.networkMode();
        if (shared.startsWith("service:") && find(shared.substring("service:".length())) == null) {
            String other = shared.substring("service:".length());
            unknown(
                    at(node, "network_mode"),
                    path.key("network_mode"),
                    "service",
                    other,
                    project.services().keySet());
        }
        references(service, node, path);
        dependencies(service, node, path);
        List<String> test = service.healthcheck() == null
                ? List.of()
                : service.healthcheck().test();
        if (!test.isEmpty() && !List.of("CMD", "CMD-SHELL", "NONE").contains(test.get(0))) {
            problems.error(
                    Place.of(node, "healthcheck", "test", 0),
                    path.key("healthcheck").key("test"),
                    "must start with CMD, CMD-SHELL or NONE, not '" + test.get(0) + "'");
        }
        ResourceCheck.apply(service, node, path, problems);
        MountCheck.apply(service, node, path, problems);
    }

    private void build(Service service, Build build, MappingNode node, TreePath path) {
        Node at = at(node, "build");
        Node contexts = Place.of(at, "additional_contexts");
        TreePath below = path.key("build");
        if (build.dockerfile() != null && build.dockerfileInline() != null) {
            problems.error(
                    Place.key(at, "dockerfile_inline"),
                    below,
                    "'dockerfile' and 'dockerfile_inline' exclude each other; keep one");
        }
        boolean covered = build.platforms().isEmpty()
                || service.platform() == null
                || build.platforms().contains(service.platform());
        if (!covered) {
            problems.error(
                    Place.of(at, "platforms"),
                    below.key("platforms"),
                    "does not include the service's platform '" + service.platform() + "'");
        }
        build.additionalContexts().forEach((context, source) -> {
            if (source.startsWith("service:")) {
                String other = source.substring("service:".length());
                Service target = find(other);
                if (target == null) {
                    unknown(
                            Place.of(contexts, context),
                            below.key("additional_contexts").key(context),
                            "service",
                            other,
                            project.services().keySet());
                } else if (target.buildSpec() == null) {
                    problems.error(
                            Place.of(contexts, context),
                            below.key("additional_contexts").key(context),
                            "service '" + other + "' is not built",
                            "give it a 'build'");
                }
            }
        });
        for (int i = 0; i < build.secrets().size(); i++) {
            String secret = build.secrets().get(i).source();
            if (isMissing("secret", secret, project.secrets())) {
                Node item = Place.of(at, "secrets", i);
                TreePath place = below.key("secrets").item(i, item);
                unknown(Place.of(item, "source"), place, "secret", secret, project.secrets());
            }
        }
    }

    private @Nullable Service find(String name) {
        Service service = project.services().get(name);
        return service == null ? project.disabledServices().get(name) : service;
    }

    private void references(Service service, MappingNode node, TreePath path) {
        for (String network : service.networks().keySet()) {
            if (isMissing("network", network, project.networks())) {
                unknown(key(node, "networks", network), path.key("networks"), "network", network, project.networks());
            }
        }
        for (int i = 0; i < service.volumes().size(); i++) {
            Mount mount = service.volumes().get(i);
            if (Mount.VOLUME.equals(mount.type())
                    && mount.source() != null
                    && !mount.source().isEmpty()
                    && isMissing("volume", mount.source(), project.volumes())) {
                Node item = Place.of(node, "volumes", i);
                TreePath place = path.key("volumes").item(i, item);
                unknown(Place.of(item, "source"), place, "volume", mount.source(), project.volumes());
            }
        }
        files(service.configs(), "config", project.configs(), node, path);
        files(service.secrets(), "secret", project.secrets(), node, path);
        for (String model : service.models().keySet()) {
            if (isMissing("model", model, project.models())) {
                unknown(key(node, "models", model), path.key("models"), "model", model, project.models());
            }
        }
    }

    private void files(
            List<FileReference> files, String kind, Map<String, ?> declared, MappingNode node, TreePath path) {
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).source();
            if (isMissing(kind, name, declared)) {
                Node item = Place.of(node, kind + "s", i);
                TreePath place = path.key(kind + "s").item(i, item);
                unknown(Place.of(item, "source"), place, kind, name, declared);
            }
        }
    }

    private boolean isMissing(String kind, @Nullable String name, Map<String, ?> declared) {
        return name != null && !declared.containsKey(name) && !isDamaged(kind);
    }

    private void unknown(Node at, TreePath path, String kind, @Nullable String name, Map<String, ?> declared) {
        unknown(at, path, kind, String.valueOf(name), declared.keySet());
    }

    /** {@return whether an object of the kind may have been taken out because it was wrong} */
    private boolean isDamaged(String kind) {
        MappingNode section = tree.mapping(kind + "s");
        return section == null ? tree.isDamaged() : section.isDamaged();
    }

    private void unknown(Node at, TreePath path, String kind, String name, Collection<String> declared) {
        String near = problems.didYouMean(name, declared);
        String declare = kind.equals("service") ? null : "declare it under the top-level '" + kind + "s'";
        String hint = near == null ? declare : near;
        problems.error(at, path, "no " + kind + " '" + name + "'", hint);
    }

    private void dependencies(Service service, MappingNode node, TreePath path) {
        for (Map.Entry<String, Dependency> entry : service.dependsOn().entrySet()) {
            String name = entry.getKey();
            Node at = key(node, "depends_on", name);
            boolean told = ("service:" + name).equals(service.networkMode()) && find(name) == null;
            if (project.services().containsKey(name) || told) {
                continue;
            }
            TreePath below = Place.ofDependency(node, at, path);
            Service disabled = project.disabledServices().get(name);
            if (disabled == null && !isDamaged("service")) {
                unknown(at, below, "service", name, project.services().keySet());
            } else if (disabled != null && entry.getValue().required()) {
                String profiles = String.join("', '", disabled.profiles());
                problems.error(
                        at,
                        below,
                        "service '" + name + "' is disabled",
                        "enable one of its profiles: '" + profiles + "'");
            }
        }
    }

    private void secret(String name, Secret secret) {
        MappingNode secrets = tree.mapping("secrets");
        MappingNode node = secrets == null ? null : secrets.mapping(name);
        if (secrets != null
                && node != null
                && !secret.external()
                && secret.file() == null
                && secret.environment() == null
                && !node.isDamaged()) {
            problems.error(
                    Place.key(secrets, name),
                    TreePath.ROOT.key("secrets").key(name),
                    "one of 'file', 'environment' must be set");
        }
    }

    static Node at(MappingNode service, String attribute) {
        Node node = service.get(attribute);
        return node == null ? service : node;
    }

    private static Node key(MappingNode service, String attribute, String key) {
        MappingNode mapping = service.mapping(attribute);
        var entry = mapping == null ? null : mapping.entry(key);
        return entry == null ? at(service, attribute) : entry.keyNode();
    }

    static Node item(MappingNode service, String attribute, int index) {
        SequenceNode sequence = service.sequence(attribute);
        return sequence != null && index < sequence.items().size()
                ? sequence.items().get(index)
                : at(service, attribute);
    }
}
