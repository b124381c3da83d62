package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.github.jcompose.model.Placement;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which nodes the pods of a service may run on. */
final class Placements {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String OWN_LABEL = "node.labels.";

    private final Conversion conversion;
    private final String name;
    private final List<NodeSelectorRequirement> requirements = new ArrayList<>();
    private final Map<String, String> nodeLabels = new LinkedHashMap<>();

    private Placements(Conversion conversion, String name) {
        this.conversion = conversion;
        this.name = name;
    }

    static void apply(Conversion conversion, String name, PodSpec pod) {
        Placements placements = new Placements(conversion, name);
        Service service = conversion.service(name);
        placements.platform(service.platform());
        if (service.deploy() != null) {
            placements.placement(service.deploy().placement(), pod);
        }
        pod.setNodeSelector(placements.nodeLabels);
        if (!placements.requirements.isEmpty()) {
            NodeSelectorTerm term = new NodeSelectorTerm();
            term.setMatchExpressions(placements.requirements);
            NodeAffinity affinity = new NodeAffinity();
            affinity.setRequiredDuringSchedulingIgnoredDuringExecution(new NodeSelector(List.of(term)));
            affinity(pod).setNodeAffinity(affinity);
        }
    }

    private void platform(@Nullable String platform) {
        if (platform == null || platform.isEmpty()) {
            return;
        }
        String[] parts = platform.split("/");
        nodeLabels.put("kubernetes.io/os", parts[0]);
        if (parts.length > 1) {
            nodeLabels.put("kubernetes.io/arch", parts[1]);
        }
    }

    private void placement(Placement placement, PodSpec pod) {
        for (int i = 0; i < placement.constraints().size(); i++) {
            constraint(
                    placement.constraints().get(i), List.of("services", name, "deploy", "placement", "constraints", i));
        }
        List<TopologySpreadConstraint> spreads = new ArrayList<>();
        for (int i = 0; i < placement.preferences().size(); i++) {
            String spread = String.valueOf(placement.preferences().get(i).spread());
            String label = nodeLabel(spread);
            if (label == null) {
                conversion.warn(
                        List.of("services", name, "deploy", "placement", "preferences", i),
                        "'" + spread + "' has no counterpart",
                        "spread over a label, such as 'node.labels.zone'");
                continue;
            }
            TopologySpreadConstraint constraint = new TopologySpreadConstraint();
            constraint.setMaxSkew(1);
            constraint.setTopologyKey(label);
            constraint.setWhenUnsatisfiable("ScheduleAnyway");
            constraint.setLabelSelector(new LabelSelector(null, conversion.selector(name)));
            spreads.add(constraint);
        }
        pod.setTopologySpreadConstraints(spreads);
        if (placement.maxReplicasPerNode() == 1) {
            PodAffinityTerm term = new PodAffinityTerm();
            term.setTopologyKey(HOST);
            term.setLabelSelector(new LabelSelector(null, conversion.selector(name)));
            PodAntiAffinity apart = new PodAntiAffinity();
            apart.setRequiredDuringSchedulingIgnoredDuringExecution(List.of(term));
            affinity(pod).setPodAntiAffinity(apart);
        } else if (placement.maxReplicasPerNode() > 1) {
            conversion.warn(
                    List.of("services", name, "deploy", "placement", "max_replicas_per_node"),
                    "more than one per node cannot be said",
                    null);
        }
    }

    private static Affinity affinity(PodSpec pod) {
        if (pod.getAffinity() == null) {
            pod.setAffinity(new Affinity());
        }
        return pod.getAffinity();
    }

    private void constraint(String constraint, List<Object> path) {
        boolean same = constraint.contains("==");
        String[] parts = constraint.split(same ? "==" : "!=", 2);
        String label = parts.length < 2 ? null : nodeLabel(parts[0].trim());
        if (label != null) {
            require(label, same ? "In" : "NotIn", parts[1].trim());
        } else if (parts.length == 2 && parts[0].trim().equals("node.role")) {
            boolean manager = parts[1].trim().equals("manager") == same;
            require("node-role.kubernetes.io/control-plane", manager ? "Exists" : "DoesNotExist", null);
        } else {
            conversion.warn(path, "'" + constraint + "' has no counterpart", "use a label: 'node.labels.NAME==VALUE'");
        }
    }

    private void require(String label, String operator, @Nullable String value) {
        NodeSelectorRequirement requirement = new NodeSelectorRequirement();
        requirement.setKey(label);
        requirement.setOperator(operator);
        if (value != null) {
            requirement.setValues(List.of(value));
        }
        requirements.add(requirement);
    }

    /** {@return the label of nodes that stands for what a swarm calls so; null if there is none} */
    private static @Nullable String nodeLabel(String swarm) {
        if (swarm.startsWith(OWN_LABEL) && swarm.length() > OWN_LABEL.length()) {
            return swarm.substring(OWN_LABEL.length());
        }
        return switch (swarm) {
            case "node.hostname" -> HOST;
            case "node.platform.os" -> "kubernetes.io/os";
            case "node.platform.arch" -> "kubernetes.io/arch";
            default -> null;
        };
    }
}
