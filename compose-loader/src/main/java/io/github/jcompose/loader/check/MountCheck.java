package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Places in a container that can be used once, and what a watch rule has to say. */
final class MountCheck {
    private static final Set<String> WITHOUT_TARGET = Set.of("rebuild", "restart");

    private MountCheck() {}

    static void apply(Service service, MappingNode node, TreePath path, Problems problems) {
        Map<String, String> users = new HashMap<>();
        for (int i = 0; i < service.volumes().size(); i++) {
            String target = service.volumes().get(i).target();
            if (target == null || target.isEmpty()) {
                problems.error(
                        ConsistencyCheck.item(node, "volumes", i),
                        path.key("volumes").item(i, ConsistencyCheck.item(node, "volumes", i)),
                        "'target' is missing");
                continue;
            }
            users.put(target, "volumes[" + i + "]");
            bindSource(service.volumes().get(i), i, node, path, problems);
        }
        for (int i = 0; i < service.tmpfs().size(); i++) {
            String target = service.tmpfs().get(i).split(":", 2)[0];
            String earlier = users.putIfAbsent(target, "tmpfs[" + i + "]");
            if (earlier != null) {
                String message = "'" + target + "' is used by " + earlier + " already";
                problems.error(
                        ConsistencyCheck.item(node, "tmpfs", i),
                        path.key("tmpfs").item(i, ConsistencyCheck.item(node, "tmpfs", i)),
                        message);
            }
        }
        for (int i = 0; i < service.ports().size(); i++) {
            if (service.ports().get(i).target() == 0) {
                problems.error(
                        ConsistencyCheck.item(node, "ports", i),
                        path.key("ports").item(i, ConsistencyCheck.item(node, "ports", i)),
                        "'target' is missing or 0");
            }
        }
        for (int i = 0; i < service.devices().size(); i++) {
            String target = service.devices().get(i).target();
            if (target == null || target.isEmpty()) {
                problems.error(
                        ConsistencyCheck.item(node, "devices", i),
                        path.key("devices").item(i, ConsistencyCheck.item(node, "devices", i)),
                        "'target' is missing");
            }
        }
        watch(service, node, path, problems);
    }

    private static void bindSource(Mount mount, int index, MappingNode node, TreePath path, Problems problems) {
        if (Mount.BIND.equals(mount.type())
                && (mount.source() == null || mount.source().isEmpty())) {
            String message = "a bind mount needs a 'source'";
            problems.error(
                    ConsistencyCheck.item(node, "volumes", index),
                    path.key("volumes").item(index, ConsistencyCheck.item(node, "volumes", index)),
                    message);
        }
    }

    private static void watch(Service service, MappingNode node, TreePath path, Problems problems) {
        List<Watch> rules =
                service.develop() == null ? List.of() : service.develop().watch();
        for (int i = 0; i < rules.size(); i++) {
            Watch rule = rules.get(i);
            boolean needsTarget = rule.action() != null && !WITHOUT_TARGET.contains(rule.action());
            if (needsTarget && (rule.target() == null || rule.target().isEmpty())) {
                Node at = Place.of(node, "develop", "watch", i);
                TreePath below = path.key("develop").key("watch").item(i, at);
                problems.error(at, below, "action '" + rule.action() + "' needs a 'target'");
            }
        }
    }
}
