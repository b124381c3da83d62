package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that the long syntax leaves out and everybody means. */
public final class Defaults {
    private Defaults() {}

    /** Adds the defaults of a whole project. */
    public static void apply(MappingNode project) {
        MappingNode services = project.mapping("services");
        if (services == null) {
            return;
        }
        for (Entry entry : services.entries()) {
            if (entry.value() instanceof MappingNode service) {
                service(service);
            }
        }
    }

    private static void service(MappingNode service) {
        MappingNode build = service.mapping("build");
        if (build != null) {
            put(build, "context", ".");
        }
        for (MappingNode secret : mappings(service, "secrets")) {
            String source = secret.string("source");
            if (source != null) {
                put(secret, "target", "/run/secrets/" + source);
            }
        }
        for (MappingNode port : mappings(service, "ports")) {
            put(port, "protocol", "tcp");
            put(port, "mode", "ingress");
        }
        for (MappingNode volume : mappings(service, "volumes")) {
            MappingNode bind = volume.mapping("bind");
            if (bind != null && !bind.has("create_host_path")) {
                bind.put("create_host_path", ScalarNode.of(bind, true));
            }
        }
        mappings(service, "gpus").forEach(Defaults::allDevices);
        MappingNode deploy = service.mapping("deploy");
        MappingNode resources = deploy == null ? null : deploy.mapping("resources");
        MappingNode reservations = resources == null ? null : resources.mapping("reservations");
        mappings(reservations, "devices").forEach(Defaults::allDevices);
    }

    private static void allDevices(MappingNode request) {
        if (!request.has("count") && !request.has("device_ids")) {
            request.put("count", ScalarNode.string(request, "all"));
        }
    }

    private static void put(MappingNode mapping, String key, String value) {
        if (!mapping.has(key)) {
            mapping.put(key, ScalarNode.string(mapping, value));
        }
    }

    static List<MappingNode> mappings(@Nullable MappingNode parent, String key) {
        SequenceNode sequence = parent == null ? null : parent.sequence(key);
        if (sequence == null || sequence.items().isEmpty()) {
            return List.of();
        }
        List<MappingNode> mappings = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            if (item instanceof MappingNode mapping) {
                mappings.add(mapping);
            }
        }
        return mappings;
    }
}
