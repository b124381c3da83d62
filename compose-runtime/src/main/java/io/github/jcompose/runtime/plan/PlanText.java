package io.github.jcompose.runtime.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a plan to people and to programs. */
final class PlanText {
    private final Plan plan;

    PlanText(Plan plan) {
        this.plan = plan;
    }

    /** {@return what is done to each thing, in the order of the steps} */
    String tree() {
        if (plan.isEmpty()) {
            return "Nothing to do.";
        }
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        for (Plan.Node node : plan.nodes()) {
            List<String> lines = blocks.computeIfAbsent(heading(node.step()), heading -> new ArrayList<>());
            String group = node.group();
            if (group != null && groups.putIfAbsent(group, node.number()) == null) {
                lines.add("  recreate container " + finalName(group) + ": " + node.reason());
            }
            lines.add(group == null ? "  " + what(node.step()) + ": " + node.reason() : "    " + what(node.step()));
        }
        StringBuilder text = new StringBuilder();
        blocks.forEach((heading, lines) -> {
            text.append(heading).append('\n');
            lines.forEach(line -> text.append(line).append('\n'));
        });
        plan.warnings()
                .forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        return text.toString().stripTrailing();
    }

    private String finalName(String group) {
        return plan.nodes().stream()
                .filter(node -> group.equals(node.group()))
                .map(Plan.Node::step)
                .filter(Step.CreateContainer.class::isInstance)
                .map(step -> ((Step.CreateContainer) step).finalName())
                .findFirst()
                .orElse(group);
    }

    private static String heading(Step step) {
        String[] parts = step.resource().split(":", 3);
        return switch (parts[0]) {
            case "image" -> "images";
            case "provider" -> "service " + parts[1];
            case "orphan" -> "orphans";
            default -> parts[0] + " " + parts[1];
        };
    }

    private static String what(Step step) {
        if (step instanceof Step.CreateContainer create) {
            return "create container " + create.name();
        } else if (step instanceof Step.StartContainer start) {
            return "start container " + start.container().name();
        } else if (step instanceof Step.UnpauseContainer unpause) {
            return "unpause container " + unpause.container().name();
        } else if (step instanceof Step.StopContainer stop) {
            return "stop container " + stop.container().name();
        } else if (step instanceof Step.RemoveContainer remove) {
            return "remove container " + remove.container().name();
        } else if (step instanceof Step.RenameContainer rename) {
            return "rename container " + rename.container().name() + " to " + rename.finalName();
        } else if (step instanceof Step.DisconnectNetwork disconnect) {
            return "disconnect container " + disconnect.container().name() + " from network " + disconnect.key();
        } else if (step instanceof Step.ConnectNetwork connect) {
            return "connect container " + connect.container().name() + " to network " + connect.name();
        } else if (step instanceof Step.RunHook hook) {
            return "run pre_start[" + hook.index() + "]";
        } else if (step instanceof Step.AwaitService await) {
            return "wait for " + await.condition();
        }
        return ofResource(step);
    }

    private static String ofResource(Step step) {
        if (step instanceof Step.CreateNetwork create) {
            return "create network " + create.name();
        } else if (step instanceof Step.RemoveNetwork remove) {
            return "remove network " + remove.name();
        } else if (step instanceof Step.CreateVolume create) {
            return "create volume " + create.name();
        } else if (step instanceof Step.RemoveVolume remove) {
            return "remove volume " + remove.name();
        } else if (step instanceof Step.RemoveImage remove) {
            return "remove image " + remove.name();
        } else if (step instanceof Step.PullImage pull) {
            return "pull image " + pull.name();
        } else if (step instanceof Step.BuildImage build) {
            return "build image " + build.name();
        } else if (step instanceof Step.PrepareModel model) {
            return "set up model " + model.key();
        } else if (step instanceof Step.RunProvider provider) {
            return "run provider " + provider.type();
        }
        return step.getClass().getSimpleName();
    }

    /** {@return the steps and warnings, in plain maps and lists} */
    Map<String, @Nullable Object> json() {
        List<Object> steps = new ArrayList<>();
        for (Plan.Node node : plan.nodes()) {
            Map<String, @Nullable Object> step = new LinkedHashMap<>();
            step.put("number", node.number());
            step.put("after", node.after());
            step.put("type", node.step().getClass().getSimpleName());
            step.put("resource", node.step().resource());
            step.put("text", what(node.step()));
            step.put("reason", node.reason());
            if (node.group() != null) {
                step.put("group", node.group());
            }
            steps.add(step);
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("steps", steps);
        all.put("warnings", plan.warnings());
        return all;
    }
}
