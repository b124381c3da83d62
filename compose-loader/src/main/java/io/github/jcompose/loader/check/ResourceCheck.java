package io.github.jcompose.loader.check;

import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Resource;
import io.github.jcompose.model.Service;
import org.jspecify.annotations.Nullable;

/** Numbers that can be given at the service and under {@code deploy}, and must not differ. */
final class ResourceCheck {
    private final MappingNode node;
    private final TreePath path;
    private final Problems problems;

    private ResourceCheck(MappingNode node, TreePath path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    static void apply(Service service, MappingNode node, TreePath path, Problems problems) {
        new ResourceCheck(node, path, problems).check(service);
    }

    private void check(Service service) {
        Deploy deploy = service.deploy();
        Integer replicas = deploy == null ? null : deploy.replicas();
        if (service.scale() != null && replicas != null && !service.scale().equals(replicas)) {
            differ("scale", "deploy.replicas");
        }
        if (service.scale() != null && service.scale() < 0) {
            problems.error(ConsistencyCheck.at(node, "scale"), path.key("scale"), "is less than 0");
        }
        if (replicas != null && replicas < 0) {
            problems.error(
                    Place.of(node, "deploy", "replicas"), path.key("deploy").key("replicas"), "is less than 0");
        }
        if (service.containerName() != null && service.replicas() > 1) {
            String message = "a container name is unique, but the service has " + service.replicas() + " replicas";
            problems.error(ConsistencyCheck.at(node, "container_name"), path.key("container_name"), message);
        }
        if (deploy != null) {
            limits(service, deploy.resources().limits());
            reservations(service, deploy.resources().reservations());
        }
    }

    private void limits(Service service, @Nullable Resource limits) {
        if (limits == null) {
            return;
        }
        if (service.cpus() != 0 && service.cpus() != limits.cpus()) {
            differ("cpus", "deploy.resources.limits.cpus");
        }
        if (differs(service.memLimit(), limits.memory())) {
            differ("mem_limit", "deploy.resources.limits.memory");
        }
        if (service.pidsLimit() != 0 && service.pidsLimit() != limits.pids()) {
            differ("pids_limit", "deploy.resources.limits.pids");
        }
    }

    private void reservations(Service service, @Nullable Resource reservations) {
        if (reservations != null && differs(service.memReservation(), reservations.memory())) {
            differ("mem_reservation", "deploy.resources.reservations.memory");
        }
    }

    private static boolean differs(@Nullable ByteSize size, @Nullable ByteSize limit) {
        return size != null && size.bytes() != 0 && !size.equals(limit);
    }

    private void differ(String attribute, String other) {
        String message = "differs from '" + other + "'; keep one of them";
        problems.error(ConsistencyCheck.at(node, attribute), path.key(attribute), message);
    }
}
