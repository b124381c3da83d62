package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.check.RuleCheck;
import io.github.jcompose.loader.discover.EnvFiles;
import io.github.jcompose.loader.merge.Resets;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.resolve.Defaults;
import io.github.jcompose.loader.resolve.PathResolver;
import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.tree.Confinement;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the objects of included files into the file that includes them, whose own definitions win. */
final class Includes {
    private static final String INCLUDE = "include";
    private static final int DEEPEST = 50;
    private static final List<String> SECTIONS =
            List.of("services", "volumes", "networks", "secrets", "configs", "models");
    private static final Set<String> KNOWN = Set.of("path", "project_directory", "env_file");

    private final Assembler assembler;

    Includes(Assembler assembler) {
        this.assembler = assembler;
    }

    void apply(MappingNode document, Resets resets, Scope scope) {
        Entry entry = document.entry(INCLUDE);
        if (entry == null) {
            return;
        }
        document.remove(INCLUDE);
        TreePath path = TreePath.ROOT.key(INCLUDE);
        if (!(entry.value() instanceof SequenceNode items)) {
            assembler
                    .problems()
                    .error(
                            entry.value(),
                            path,
                            "must be a list, not " + entry.value().kind());
            document.damage();
            return;
        }
        for (int i = 0; i < items.items().size(); i++) {
            Node item = items.items().get(i);
            MappingNode included = load(item, path.item(i, item), scope);
            if (included == null) {
                document.damage();
            } else {
                resets.removeFrom(included);
                bring(included, document);
            }
        }
    }

    private @Nullable MappingNode load(Node item, TreePath path, Scope scope) {
        List<ScalarNode> paths = paths(item, path);
        if (paths.isEmpty()) {
            return null;
        }
        MappingNode options = item instanceof MappingNode mapping ? mapping : null;
        PathResolver resolver = new PathResolver(scope.directory().toString(), scope.environment());
        ScalarNode chosen =
                options != null && options.get("project_directory") instanceof ScalarNode text && text.isString()
                        ? text
                        : null;
        Path directory = chosen == null ? null : assembler.reader().path(resolver.resolve(chosen.text()), chosen, path);
        List<LoadedFile> files = new ArrayList<>();
        for (ScalarNode node : paths) {
            LocatedFile file = locate(node, path, resolver, directory);
            if (file == null || !isReadable(file.path(), node, path, scope)) {
                return null;
            }
            try {
                files.add(assembler.reader().read(file));
            } catch (ComposeFileException e) {
                if (assembler.problems().isExhausted()) {
                    throw e;
                }
                // The problem is noted; the load goes on to find others.
                return null;
            }
        }
        Path first = files.get(0).path();
        Path existing = directory == null ? parent(first, scope) : directory;
        if (chosen != null && !assembler.reader().remote().isAllowed(existing, chosen, path)) {
            return null;
        }
        Confinement confinement = chosen == null ? files.get(0).source().confinement() : confinement(chosen);
        List<Path> variables = envFiles(options, existing, path, resolver, confinement);
        Map<String, String> environment = EnvFiles.under(
                scope.environment(),
                variables,
                assembler.reader()::text,
                assembler.reader()::nameOf,
                assembler.problems());
        Scope inner = scope.include(existing, environment, first);
        return finish(assembler.assemble(files, inner), inner, scope);
    }

    private static Path parent(Path file, Scope scope) {
        Path parent = file.getParent();
        return parent == null ? scope.directory() : parent;
    }

    private static @Nullable Confinement confinement(Node node) {
        return node.source().confinement();
    }

    /** {@return the file of a path or a remote reference; null if it cannot be had, which is noted} */
    private @Nullable LocatedFile locate(ScalarNode node, TreePath path, PathResolver resolver, @Nullable Path chosen) {
        RemoteFiles remote = assembler.reader().remote();
        if (remote.isRemote(node.text())) {
            return remote.fetch(node.text(), confinement(node) == null ? chosen : null, node, path);
        }
        Path file = assembler.reader().path(resolver.resolve(node.text()), node, path);
        return file != null && remote.isAllowed(file, node, path) ? new LocatedFile(file, confinement(node)) : null;
    }

    private @Nullable MappingNode finish(@Nullable MappingNode included, Scope inner, Scope outer) {
        if (included == null) {
            return null;
        }
        Defaults.apply(included);
        RuleCheck.apply(included, assembler.problems());
        String folder = outer.directory().relativize(inner.directory()).toString();
        new PathResolver(folder.isEmpty() ? "." : folder, inner.environment()).apply(included, Schema.root());
        assembler.environmentValues().include(included, inner.environment());
        return included;
    }

    private boolean isReadable(Path file, ScalarNode at, TreePath path, Scope scope) {
        if (scope.including().contains(file)) {
            List<String> chain = new ArrayList<>();
            scope.including().forEach(one -> chain.add(assembler.reader().nameOf(one)));
            chain.add(assembler.reader().nameOf(file));
            String circle = String.join(" -> ", chain);
            throw assembler.problems().fail(at, path, "files include each other in a circle: " + circle, null);
        }
        if (Files.isDirectory(file)) {
            assembler
                    .problems()
                    .error(
                            at,
                            path,
                            "a directory, not a file: " + assembler.reader().nameOf(file));
            return false;
        }
        if (scope.including().size() > DEEPEST) {
            String message = "files include each other more than " + DEEPEST + " deep";
            throw assembler.problems().exceeded(at, path, message);
        }
        if (!Files.isReadable(file)) {
            assembler
                    .problems()
                    .error(at, path, "no such file: " + assembler.reader().nameOf(file));
            return false;
        }
        return true;
    }

    private List<ScalarNode> paths(Node item, TreePath path) {
        if (item instanceof MappingNode mapping) {
            for (Entry entry : mapping.entries()) {
                if (!KNOWN.contains(entry.key())) {
                    assembler
                            .problems()
                            .warning(entry.keyNode(), path, "unknown attribute '" + entry.key() + "' is ignored");
                }
            }
        }
        Node value = item instanceof MappingNode mapping ? mapping.get("path") : item;
        List<ScalarNode> paths = strings(value);
        if (paths.isEmpty()) {
            assembler.problems().error(item, path, "must be a path or a mapping with a 'path'");
        }
        return paths;
    }

    private static List<ScalarNode> strings(@Nullable Node value) {
        List<ScalarNode> strings = new ArrayList<>();
        List<Node> items =
                value instanceof SequenceNode list ? list.items() : value == null ? List.of() : List.of(value);
        for (Node item : items) {
            if (item instanceof ScalarNode scalar && scalar.isString()) {
                strings.add(scalar);
            }
        }
        return strings;
    }

    /**
     * {@return the files of variables for an included file}
     *
     * @param confinement what must hold the file that is read without being named
     */
    private List<Path> envFiles(
            @Nullable MappingNode options,
            Path directory,
            TreePath path,
            PathResolver resolver,
            @Nullable Confinement confinement) {
        List<ScalarNode> given = strings(options == null ? null : options.get("env_file"));
        List<Path> files = new ArrayList<>();
        for (ScalarNode node : given) {
            Path file = assembler.reader().path(resolver.resolve(node.text()), node, path);
            if (file == null
                    || file.equals(Path.of("/dev/null"))
                    || !assembler.reader().remote().isAllowed(file, node, path)) {
                continue;
            }
            if (Files.isRegularFile(file)) {
                files.add(file);
            } else {
                assembler
                        .problems()
                        .error(node, path, "no such file: " + assembler.reader().nameOf(file));
            }
        }
        Path standard = directory.resolve(".env");
        boolean readable = Files.isRegularFile(standard) && (confinement == null || confinement.holds(standard));
        if (given.isEmpty() && readable) {
            files.add(standard);
        }
        return files;
    }

    private void bring(MappingNode included, MappingNode document) {
        int moved = 1;
        for (String section : SECTIONS) {
            MappingNode own = document.mapping(section);
            moved += own == null ? 0 : own.size();
        }
        if (!assembler.problems().budget().work(3 * moved)) {
            throw assembler.problems().exceeded(document, TreePath.ROOT, "too many includes for a file of this size");
        }
        for (String section : SECTIONS) {
            MappingNode objects = included.mapping(section);
            if (objects == null) {
                continue;
            }
            MappingNode own = document.mapping(section);
            if (own == null) {
                document.put(section, objects);
                continue;
            }
            SchemaNode schema = Schema.root().child(section);
            // What the including file says comes later, and what only it has stays behind what it includes.
            assembler.merger().merge(objects, own, schema, TreePath.ROOT.key(section));
            document.put(section, objects);
        }
    }
}
