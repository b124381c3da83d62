package io.github.jcompose.runtime.execute;

import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.plan.Plan;
import io.github.jcompose.runtime.plan.Step;
import io.github.jcompose.runtime.work.TaskGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does the steps of a plan, as many at once as their order and the limits allow. */
public final class Executor {
    private final Surroundings surroundings;

    /** Does steps there. */
    public Executor(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Carries out a plan.
     *
     * @throws io.github.jcompose.model.ComposeException if a step fails; no further one was begun then
     */
    public void execute(Plan plan, Observation seen) {
        StepRunner runner = new StepRunner(surroundings, seen);
        Map<String, Integer> firstOf = new HashMap<>();
        Map<String, Integer> lastOf = new HashMap<>();
        Map<String, String> containerOf = new HashMap<>();
        for (Plan.Node node : plan.nodes()) {
            String group = node.group();
            if (group != null) {
                firstOf.putIfAbsent(group, node.number());
                lastOf.put(group, node.number());
                if (node.step() instanceof Step.CreateContainer create && create.replaces() != null) {
                    containerOf.put(group, create.finalName());
                }
            }
        }
        TaskGraph graph = new TaskGraph();
        for (Plan.Node node : plan.nodes()) {
            String group = node.group();
            Runnable work = () -> runner.run(node);
            if (group != null) {
                String name = containerOf.getOrDefault(group, group);
                boolean first = firstOf.getOrDefault(group, 0) == node.number();
                boolean last = lastOf.getOrDefault(group, 0) == node.number();
                work = () -> grouped(() -> runner.run(node), name, first, last);
            }
            List<Integer> after = node.after().stream().map(n -> n - 1).toList();
            if (isBrief(node.step())) {
                graph.addBrief(work, after);
            } else {
                graph.add(work, after);
            }
        }
        graph.run(surroundings.workers());
    }

    /** {@return whether a step does nothing but use the engine for a moment; a stop may wait for long, for one} */
    private static boolean isBrief(Step step) {
        return step instanceof Step.CreateContainer
                || step instanceof Step.StartContainer
                || step instanceof Step.RemoveContainer;
    }

    private void grouped(Runnable work, String container, boolean first, boolean last) {
        if (first) {
            surroundings.events().working(ResourceKind.CONTAINER, container, "Recreate");
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            surroundings.events().error(ResourceKind.CONTAINER, container, e);
            throw e;
        }
        if (last) {
            surroundings.events().done(ResourceKind.CONTAINER, container, "Recreated");
        }
    }
}
