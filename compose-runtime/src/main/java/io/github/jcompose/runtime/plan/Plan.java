package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The steps that lead from what is there to what is wanted, and which waits for which. Two plans of the same
 * input are equal.
 *
 * @param nodes the steps; each comes behind those that it waits for
 * @param warnings what the user should know before
 */
public record Plan(List<Node> nodes, List<String> warnings) {
    /**
     * A step at its place.
     *
     * @param number from 1 on
     * @param after the numbers of the steps that must be done before, sorted
     * @param reason why it is done, such as {@code image changed}
     * @param group what the step is a part of, such as {@code recreate:web:1}; null if it stands alone
     */
    public record Node(
            int number,
            List<Integer> after,
            Step step,
            String reason,
            @Nullable String group) {
        @Override
        public String toString() {
            String dependencies = after.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            String text = dependencies + " -> #" + number + " " + step.resource() + ", "
                    + step.getClass().getSimpleName() + ", " + reason;
            return group == null ? text : text + " [" + group + "]";
        }
    }

    public Plan {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
    }

    /** {@return this, with those warnings before its own} */
    public Plan withWarnings(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Plan(nodes, all);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** {@return a block of text for each thing: what is done to it and why} */
    public String toTree() {
        return new PlanText(this).tree();
    }

    /** {@return an object with the lists {@code steps} and {@code warnings}, indented} */
    public String toJson() {
        return Json.pretty(new PlanText(this).json(), 2);
    }

    /** {@return one line per step: what it waits for, its number, what it is about, what it does and why} */
    @Override
    public String toString() {
        return nodes.stream().map(Node::toString).collect(Collectors.joining("\n"));
    }
}
