package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/** Dependencies that a service has because it uses another one's network, namespace or volumes. */
final class ImpliedDependencies {
    private static final String SERVICE = "service:";

    private ImpliedDependencies() {}

    static void apply(MappingNode service) {
        for (ScalarNode link : scalars(service, "links")) {
            String[] parts = link.text().split(":", 3);
            add(service, parts.length == 2 ? parts[0] : link.text(), link, true);
        }
        for (String attribute : List.of("network_mode", "ipc", "pid", "uts", "cgroup")) {
            String mode = service.string(attribute);
            if (mode != null && mode.startsWith(SERVICE) && service.get(attribute) instanceof ScalarNode at) {
                add(service, mode.substring(SERVICE.length()), at, true);
            }
        }
        for (ScalarNode from : scalars(service, "volumes_from")) {
            if (!from.text().startsWith("container:")) {
                add(service, from.text().split(":", 2)[0], from, false);
            }
        }
    }

    private static List<ScalarNode> scalars(MappingNode service, String key) {
        SequenceNode sequence = service.sequence(key);
        if (sequence == null) {
            return List.of();
        }
        List<ScalarNode> scalars = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            if (item instanceof ScalarNode scalar) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }

    private static void add(MappingNode service, String name, ScalarNode at, boolean restart) {
        MappingNode dependencies = service.mapping("depends_on");
        if (dependencies == null) {
            dependencies = MappingNode.at(at);
            service.put("depends_on", dependencies);
        }
        if (!dependencies.has(name)) {
            MappingNode dependency = MappingNode.at(at);
            dependency.put("condition", ScalarNode.string(at, "service_started"));
            dependency.put("restart", ScalarNode.of(at, restart));
            dependency.put("required", ScalarNode.of(at, true));
            dependencies.put(name, dependency);
        }
    }
}
