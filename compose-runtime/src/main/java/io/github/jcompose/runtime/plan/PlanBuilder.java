package io.github.jcompose.runtime.plan;

import io.github.jcompose.runtime.plan.Step.ContainerRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the steps of a plan; a container is stopped once, whoever asks for it. */
final class PlanBuilder {
    private final List<Plan.Node> nodes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Integer> stops = new HashMap<>();
    private final Map<String, Integer> removals = new HashMap<>();

    int add(Step step, String reason, Collection<Integer> after) {
        return add(step, reason, after, null);
    }

    int add(Step step, String reason, Collection<Integer> after, @Nullable String group) {
        int number = nodes.size() + 1;
        nodes.add(new Plan.Node(number, List.copyOf(new TreeSet<>(after)), step, reason, group));
        return number;
    }

    /** {@return the step that stops the container, which may be there already} */
    int stop(Observation.Container container, String reason, Collection<Integer> after, @Nullable String group) {
        Integer there = stops.get(container.id());
        if (there != null) {
            return there;
        }
        int number = add(new Step.StopContainer(ContainerRef.of(container)), reason, after, group);
        stops.put(container.id(), number);
        return number;
    }

    @Nullable
    Integer stopOf(Observation.Container container) {
        return stops.get(container.id());
    }

    int remove(Observation.Container container, String reason, Collection<Integer> after, @Nullable String group) {
        return remove(container, reason, after, group, false);
    }

    /**
     * {@return the step that removes the container, which may be there already}
     *
     * @param volumes whether its anonymous volumes go too
     */
    int remove(
            Observation.Container container,
            String reason,
            Collection<Integer> after,
            @Nullable String group,
            boolean volumes) {
        Integer there = removals.get(container.id());
        if (there != null) {
            return there;
        }
        int number = add(Step.RemoveContainer.of(container, ContainerRef.of(container), volumes), reason, after, group);
        removals.put(container.id(), number);
        return number;
    }

    int size() {
        return nodes.size();
    }

    List<Plan.Node> nodes() {
        return List.copyOf(nodes);
    }

    void warn(String message) {
        warnings.add(message);
    }

    Plan build() {
        return new Plan(nodes, warnings);
    }
}
