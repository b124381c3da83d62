package io.github.jcompose.loader;

import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project and where its attributes stand, so that who works on the project can point at the text.
 *
 * <p>It keeps the files in memory; keep the {@link #project()} where places are not needed any more.
 */
public final class LocatedProject {
    private final Project project;
    private final MappingNode tree;

    LocatedProject(Project project, MappingNode tree) {
        this.project = project;
        this.tree = tree;
    }

    /** {@return the project} */
    public Project project() {
        return project;
    }

    /**
     * {@return a problem that points at an attribute, or at the nearest one around it that a file has}
     *
     * @param path the way from the top: keys as strings, positions in lists as integers
     * @param message what is wrong
     * @param hint what to do about it; null if there is nothing to say
     */
    public Problem problem(List<Object> path, String message, @Nullable String hint) {
        Node at = tree;
        TreePath way = TreePath.ROOT;
        boolean found = true;
        for (Object step : path) {
            Node next = found ? step(at, step) : null;
            way = step instanceof Integer index
                    ? way.item(index, next == null ? at : next)
                    : way.key(String.valueOf(step));
            found = next != null;
            at = next == null ? at : next;
        }
        return Problems.problem(keyOf(path, at, found), way, message, hint);
    }

    /** {@return the variables of each service that come from its {@code env_file}, not from {@code environment}} */
    public Map<String, Set<String>> fileVariables() {
        Map<String, Set<String>> variables = new LinkedHashMap<>();
        MappingNode services = tree.mapping("services");
        for (Map.Entry<String, Service> entry : project.services().entrySet()) {
            MappingNode service = services == null ? null : services.mapping(entry.getKey());
            if (service == null || !service.has("env_file")) {
                continue;
            }
            Set<String> names =
                    new LinkedHashSet<>(entry.getValue().environment().keySet());
            MappingNode written = service.mapping("environment");
            names.removeAll(written == null ? List.of() : written.keys());
            variables.put(entry.getKey(), names);
        }
        return variables;
    }

    private static @Nullable Node step(Node at, Object step) {
        if (at instanceof MappingNode mapping) {
            return mapping.get(String.valueOf(step));
        }
        boolean item = at instanceof SequenceNode sequence
                && step instanceof Integer index
                && index < sequence.items().size();
        return item ? ((SequenceNode) at).items().get((Integer) step) : null;
    }

    /** {@return the key of the attribute where it has one: it is what a reader looks for} */
    private Node keyOf(List<Object> path, Node value, boolean found) {
        if (!found || path.isEmpty() || !(path.get(path.size() - 1) instanceof String key)) {
            return value;
        }
        Node parent = tree;
        for (Object step : path.subList(0, path.size() - 1)) {
            Node next = step(parent, step);
            parent = next == null ? parent : next;
        }
        Entry entry = parent instanceof MappingNode mapping ? mapping.entry(key) : null;
        return entry == null ? value : entry.keyNode();
    }
}
