package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that the files of one load take from the environment by name: bare variables, secrets and configs. */
public final class EnvironmentValues {
    /** What secrets and configs of included files see, by the place of the name; their env files are theirs alone. */
    private final Map<Location, String> included = new HashMap<>();

    /** Gives list entries without a value the value of the environment, and secrets and configs their content. */
    public void apply(MappingNode project, Map<String, String> environment) {
        for (MappingNode service : objects(project, "services")) {
            list(service.get("environment"), environment);
        }
        for (MappingNode object : sources(project)) {
            Node name = object.get("environment");
            String own = name == null ? null : included.get(name.location());
            String value = own == null ? value(name, environment) : own;
            if (name != null && value != null) {
                object.put("content", ScalarNode.string(name, value));
            }
        }
    }

    /** Gives bare variables of an included file the values it sees, and keeps those of its secrets and configs. */
    public void include(MappingNode project, Map<String, String> environment) {
        for (MappingNode service : objects(project, "services")) {
            variables(service.get("environment"), environment);
            MappingNode build = service.mapping("build");
            variables(build == null ? null : build.get("args"), environment);
        }
        for (MappingNode object : sources(project)) {
            Node name = object.get("environment");
            String value = value(name, environment);
            if (name != null && value != null) {
                included.putIfAbsent(name.location(), value);
            }
        }
    }

    private static List<MappingNode> sources(MappingNode project) {
        List<MappingNode> sources = new ArrayList<>(objects(project, "secrets"));
        sources.addAll(objects(project, "configs"));
        return sources;
    }

    private static List<MappingNode> objects(MappingNode project, String section) {
        MappingNode named = project.mapping(section);
        List<MappingNode> objects = new ArrayList<>();
        if (named != null) {
            for (Entry entry : named.entries()) {
                if (entry.value() instanceof MappingNode object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static @Nullable String value(@Nullable Node name, Map<String, String> environment) {
        return name instanceof ScalarNode scalar && scalar.isString() ? environment.get(scalar.text()) : null;
    }

    private static void variables(@Nullable Node node, Map<String, String> environment) {
        list(node, environment);
        if (node instanceof MappingNode mapping) {
            mapping.rewrite(entry -> {
                String value = environment.get(entry.key());
                return value != null && entry.value() instanceof ScalarNode bare && bare.isNull()
                        ? ScalarNode.string(bare, value)
                        : entry.value();
            });
        }
    }

    private static void list(@Nullable Node node, Map<String, String> environment) {
        if (node instanceof SequenceNode list) {
            list.items().replaceAll(item -> withValue(item, environment));
        }
    }

    private static Node withValue(Node item, Map<String, String> environment) {
        String value = item instanceof ScalarNode scalar ? environment.get(scalar.text()) : null;
        return value != null && item instanceof ScalarNode name && !name.text().contains("=")
                ? ScalarNode.string(item, name.text() + "=" + value)
                : item;
    }
}
