package io.github.jcompose.loader.resolve;

import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.syntax.Paths;
import io.github.jcompose.loader.tree.Confinement;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Refuses paths of remote files that lead out of what was fetched with them: by {@code ..}, as absolute paths
 * or by symbolic links. An absolute source of a bind mount may stay: it is nothing that is read here, and the
 * user can see that it is a folder of the machine. Runs before relative paths are made absolute.
 */
public final class RemoteBounds {
    private final PathResolver paths;
    private final Problems problems;

    /**
     * @param folder what relative paths start from
     * @param environment where the home folder is taken from
     */
    public RemoteBounds(String folder, Map<String, String> environment, Problems problems) {
        this.paths = new PathResolver(folder, environment);
        this.problems = problems;
    }

    /** Notes each path of the project that is not allowed. */
    public void apply(MappingNode project) {
        check(project, Schema.root(), project, TreePath.ROOT);
        MappingNode services = project.mapping("services");
        if (services != null) {
            for (Entry entry : services.entries()) {
                MappingNode build = entry.value() instanceof MappingNode service ? service.mapping("build") : null;
                if (build != null) {
                    dockerfile(
                            build,
                            TreePath.ROOT.key("services").key(entry.key()).key("build"));
                }
            }
        }
    }

    private void check(MappingNode mapping, SchemaNode schema, MappingNode outer, TreePath path) {
        for (Entry entry : mapping.entries()) {
            SchemaNode child = schema.child(entry.key());
            if (child != null && child.reachesPath()) {
                check(entry.value(), child, mapping, outer, path.key(entry.key()));
            }
        }
    }

    private void check(Node node, SchemaNode schema, MappingNode parent, MappingNode outer, TreePath path) {
        if (node instanceof MappingNode mapping) {
            check(mapping, schema, parent, path);
        } else if (node instanceof SequenceNode sequence && schema.item() != null) {
            for (int i = 0; i < sequence.items().size(); i++) {
                check(
                        sequence.items().get(i),
                        schema.item(),
                        parent,
                        outer,
                        path.item(i, sequence.items().get(i)));
            }
        } else if (node instanceof ScalarNode scalar && scalar.isString() && schema.path() != null) {
            boolean named = PathResolver.isPath(scalar.text(), schema.path(), parent, outer);
            boolean mount = schema.path().equals("bind-source") || schema.path().equals("driver-device");
            if (named && !(mount && isAbsolute(scalar.text()))) {
                check(scalar, paths.resolve(scalar.text()), path);
            }
        }
    }

    private void dockerfile(MappingNode build, TreePath path) {
        String context = build.string("context");
        boolean local = context == null || PathResolver.isPath(context, "context", build, build);
        if (local && build.get("dockerfile") instanceof ScalarNode file && file.isString()) {
            String folder = paths.resolve(context == null ? "." : context);
            String target = file.text().startsWith("/") ? file.text() : Paths.join(folder, file.text());
            check(file, target, path.key("dockerfile"));
        }
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("~") || Paths.isWindowsAbsolute(path);
    }

    private void check(ScalarNode node, String target, TreePath path) {
        Confinement confinement = node.source().confinement();
        if (confinement != null && !holds(confinement, target)) {
            problems.error(node, path, confinement.refusal(target));
        }
    }

    private static boolean holds(Confinement confinement, String target) {
        try {
            return confinement.holds(Path.of(target));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
