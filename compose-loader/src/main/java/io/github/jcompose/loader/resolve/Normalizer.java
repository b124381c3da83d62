package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.syntax.Paths;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes out what a file implies: the default network, names of resources, dependencies, variables. */
public final class Normalizer {
    private static final String DEFAULT = "default";
    private final String projectName;
    private final Map<String, String> environment;

    /**
     * @param projectName the prefix of names of resources
     * @param environment the values of bare variables
     */
    public Normalizer(String projectName, Map<String, String> environment) {
        this.projectName = projectName;
        this.environment = environment;
    }

    /** Normalises the services of a project, or of a part of one. */
    public void services(MappingNode project) {
        MappingNode services = project.mapping("services");
        if (services != null) {
            for (Entry entry : services.entries()) {
                if (entry.value() instanceof MappingNode service) {
                    networks(service);
                    service(service);
                }
            }
        }
    }

    /** Normalises what is not services, once the services of the whole project are. */
    public void resources(MappingNode project) {
        MappingNode services = project.mapping("services");
        if (services != null && usesDefault(services)) {
            defaultNetwork(project, services);
        }
        for (String section : List.of("networks", "volumes", "configs", "secrets")) {
            MappingNode resources = project.mapping(section);
            if (resources != null) {
                names(resources);
            }
        }
    }

    private static void defaultNetwork(MappingNode project, MappingNode at) {
        MappingNode networks = project.mapping("networks");
        if (networks == null) {
            networks = MappingNode.at(at);
            project.put("networks", networks);
        }
        if (!networks.has(DEFAULT)) {
            networks.put(DEFAULT, ScalarNode.of(at, null));
        }
    }

    private static boolean usesDefault(MappingNode services) {
        for (Entry entry : services.entries()) {
            MappingNode service = entry.value() instanceof MappingNode mapping ? mapping : null;
            MappingNode networks = service == null || isOutside(service) ? null : service.mapping("networks");
            if (networks != null && networks.has(DEFAULT)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether networks of the project mean nothing to the service} */
    private static boolean isOutside(MappingNode service) {
        return service.has("provider") || service.has("network_mode");
    }

    private static void networks(MappingNode service) {
        if (isOutside(service)) {
            return;
        }
        MappingNode networks = service.mapping("networks");
        if (networks == null || networks.isEmpty()) {
            networks = MappingNode.at(service);
            networks.put(DEFAULT, ScalarNode.of(service, null));
            service.put("networks", networks);
        }
    }

    private void names(MappingNode resources) {
        for (String key : resources.keys()) {
            Node resource = resources.get(key);
            if (resource instanceof ScalarNode scalar && scalar.isNull()) {
                resource = MappingNode.at(scalar);
                resources.put(key, resource);
            }
            if (resource instanceof MappingNode mapping && !mapping.has("name")) {
                boolean external =
                        mapping.get("external") instanceof ScalarNode flag && Boolean.TRUE.equals(flag.value());
                mapping.put("name", ScalarNode.string(mapping, external ? key : projectName + "_" + key));
            }
        }
    }

    private void service(MappingNode service) {
        MappingNode build = service.mapping("build");
        if (build != null) {
            build(build);
        }
        Node variables = service.get("environment");
        if (variables != null) {
            service.put("environment", resolveVariables(variables, false));
        }
        if ("if_not_present".equals(service.string("pull_policy"))) {
            service.put("pull_policy", ScalarNode.string(service, "missing"));
        }
        for (MappingNode volume : Defaults.mappings(service, "volumes")) {
            String target = volume.string("target");
            Node at = volume.get("target");
            if (target != null && at != null) {
                volume.put("target", ScalarNode.string(at, Paths.clean(target)));
            }
        }
        for (MappingNode hook : Defaults.mappings(service, "pre_start")) {
            Node image = service.get("image");
            if (!hook.has("image") && image != null) {
                hook.put("image", image.copy());
            }
        }
        ImpliedDependencies.apply(service);
    }

    private void build(MappingNode build) {
        if (!build.has("dockerfile") && !build.has("dockerfile_inline")) {
            build.put("dockerfile", ScalarNode.string(build, "Dockerfile"));
        }
        Node args = build.get("args");
        if (args != null) {
            build.put("args", resolveVariables(args, true));
        }
    }

    /** {@return the variables, bare ones with the value of the environment} */
    private Node resolveVariables(Node variables, boolean dropUnset) {
        if (variables instanceof MappingNode mapping) {
            mapping.rewrite(entry -> isBare(entry) ? withValue(entry) : entry.value());
            if (dropUnset) {
                mapping.removeIf(Normalizer::isBare);
            }
        } else if (variables instanceof SequenceNode list) {
            list.items().replaceAll(this::resolve);
            list.items()
                    .removeIf(item -> dropUnset
                            && item instanceof ScalarNode name
                            && !name.text().contains("="));
        }
        return variables;
    }

    private static boolean isBare(Entry entry) {
        return entry.value() instanceof ScalarNode scalar && scalar.isNull();
    }

    private Node withValue(Entry bare) {
        String value = environment.get(bare.key());
        return value == null ? bare.value() : ScalarNode.string(bare.value(), value);
    }

    private Node resolve(Node item) {
        String name = item instanceof ScalarNode scalar ? GoScalar.text(scalar.value()) : "";
        @Nullable String value = name.contains("=") ? null : environment.get(name);
        return value == null ? item : ScalarNode.string(item, name + "=" + value);
    }
}
