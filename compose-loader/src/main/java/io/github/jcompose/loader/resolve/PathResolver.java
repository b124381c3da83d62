package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.syntax.Paths;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a folder in front of the relative paths of a tree; the schema says which values are paths. */
public final class PathResolver {
    private static final List<String> REMOTE =
            List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@");

    private final String folder;
    private final @Nullable String home;

    /**
     * @param folder absolute, or relative to what a later resolver starts from
     * @param environment where the home folder is taken from, for {@code ~}
     */
    public PathResolver(String folder, Map<String, String> environment) {
        this.folder = folder;
        this.home = environment.get("HOME");
    }

    /** Resolves the paths in the mapping. */
    public void apply(MappingNode mapping, SchemaNode schema) {
        apply(mapping, schema, mapping);
    }

    private void apply(MappingNode mapping, SchemaNode schema, MappingNode outer) {
        mapping.rewrite(entry -> {
            SchemaNode child = schema.child(entry.key());
            return child != null && child.reachesPath() ? resolve(entry.value(), child, mapping, outer) : entry.value();
        });
    }

    private Node resolve(Node node, SchemaNode schema, MappingNode parent, MappingNode outer) {
        String kind = schema.path();
        if (node instanceof ScalarNode scalar) {
            return kind != null && scalar.isString() ? path(scalar, kind, parent, outer) : node;
        }
        if (node instanceof SequenceNode sequence && schema.item() != null) {
            for (int i = 0; i < sequence.items().size(); i++) {
                sequence.items().set(i, resolve(sequence.items().get(i), schema.item(), parent, outer));
            }
        } else if (node instanceof MappingNode mapping) {
            apply(mapping, schema, parent);
        }
        return node;
    }

    private Node path(ScalarNode node, String kind, MappingNode parent, MappingNode outer) {
        String text = node.text();
        if (!isPath(text, kind, parent, outer)) {
            return node;
        }
        String resolved = switch (kind) {
            case "context" -> resolve(text);
            case "watch" -> withoutLinks(resolve(text));
            default -> resolveUnlessWindows(text);
        };
        return resolved.equals(text) ? node : ScalarNode.string(node, resolved);
    }

    /** {@return whether the value that the schema says is a path of that kind is one on this machine} */
    static boolean isPath(String text, String kind, MappingNode parent, MappingNode outer) {
        return switch (kind) {
            case "context" -> !text.isEmpty() && !isRemote(text);
            case "bind-source" -> "bind".equals(parent.string("type"));
            case "driver-device" -> isBindDevice(parent, outer);
            case "watch", "local" -> true;
            default -> false;
        };
    }

    private static boolean isRemote(String context) {
        return context.contains("://")
                || context.startsWith("service:")
                || REMOTE.stream().anyMatch(context::startsWith);
    }

    /** {@return whether the options of a volume of the local driver make it a bind mount} */
    private static boolean isBindDevice(MappingNode options, MappingNode volume) {
        return "local".equals(volume.string("driver")) && "bind".equals(options.string("o"));
    }

    private String resolveUnlessWindows(String path) {
        return Paths.isWindowsAbsolute(path) ? path : resolve(path);
    }

    /** {@return the path with the folder in front of it unless it is absolute or in the home folder} */
    public String resolve(String path) {
        String expanded = path.startsWith("~") && home != null ? Paths.join(home, path.substring(1)) : path;
        return expanded.startsWith("/") ? expanded : Paths.join(folder, expanded);
    }

    private static @Nullable Path pathOrNull(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            // No file can have such a name, so nothing is a link.
            return null;
        }
    }

    private static String withoutLinks(String path) {
        if (!path.startsWith("/")) {
            return path;
        }
        Path existing = pathOrNull(path);
        Path below = Path.of("");
        while (existing != null) {
            try {
                return existing.toRealPath().resolve(below).toString();
            } catch (IOException e) {
                // What does not exist yet has no links; the folder above it may have.
                Path name = existing.getFileName();
                below = name == null ? below : name.resolve(below);
                existing = existing.getParent();
            }
        }
        return path;
    }
}
