package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.merge.Resets;
import io.github.jcompose.loader.merge.UniqueItems;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.resolve.PathResolver;
import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.SchemaNode;
import io.github.jcompose.loader.schema.StructureCheck;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the service that another one extends under it. */
final class Extends {
    private static final String EXTENDS = "extends";
    private static final int LONGEST_CHAIN = 100;
    private final Assembler assembler;
    /** The files that were read as a base, by what they were seen from; null: the file is faulty. */
    private final IdentityHashMap<Scope, Map<Path, @Nullable Base>> bases = new IdentityHashMap<>();

    /** The services of a file, and what its tags take away from the services that these extend. */
    private record Base(MappingNode services, Resets resets) {}

    Extends(Assembler assembler) {
        this.assembler = assembler;
    }

    /** A file whose services may extend each other, and what its relative paths start from. */
    private record Context(Path file, String name, MappingNode services, Path directory, Scope scope, Resets resets) {}

    /** A service on the way from the one that is resolved. */
    private record Step(String service, String file) {
        @Override
        public String toString() {
            return service + " (" + file + ")";
        }
    }

    void apply(MappingNode document, Resets resets, LoadedFile file, Scope scope) {
        MappingNode services = document.mapping("services");
        if (services == null) {
            return;
        }
        Context context = new Context(file.path(), file.source().name(), services, scope.directory(), scope, resets);
        for (String name : services.keys()) {
            resolve(context, name, List.of());
        }
    }

    /** {@return the service with its bases joined; null if there is no mapping of that name} */
    private @Nullable MappingNode resolve(Context context, String name, List<Step> way) {
        MappingNode service = context.services().mapping(name);
        Entry entry = service == null ? null : service.entry(EXTENDS);
        if (service == null || entry == null) {
            return service;
        }
        TreePath path = TreePath.ROOT.key("services").key(name).key(EXTENDS);
        Step step = new Step(name, context.name());
        if (way.contains(step)) {
            String chain = String.join(" -> ", way.stream().map(Step::toString).toList()) + " -> " + step;
            throw assembler
                    .problems()
                    .fail(entry.keyNode(), path, "services extend each other in a circle: " + chain, null);
        }
        if (way.size() == LONGEST_CHAIN) {
            String message = "more than " + LONGEST_CHAIN + " services extend each other one after the other";
            throw assembler.problems().exceeded(entry.value(), path, message);
        }
        List<Step> further = new ArrayList<>(way);
        further.add(step);
        // The reference stays in place meanwhile, so that a circle is seen.
        MappingNode base = base(context, entry.value(), path, further, service);
        service.remove(EXTENDS);
        if (base == null) {
            return service;
        }
        context.resets().below("services").below(name).removeFrom(base);
        assembler
                .merger()
                .merge(
                        base,
                        service,
                        Schema.service(),
                        TreePath.ROOT.key("services").key(name));
        context.services().put(name, base);
        return base;
    }

    private @Nullable MappingNode base(Context context, Node node, TreePath path, List<Step> way, MappingNode service) {
        SchemaNode schema = Schema.service().child(EXTENDS);
        boolean right = schema == null
                || new StructureCheck(assembler.problems(), UniqueItems::apply).check(node, schema, path);
        MappingNode reference = node instanceof MappingNode mapping ? mapping : null;
        if (!right || (reference != null && reference.isDamaged())) {
            service.damage();
            return null;
        }
        String name = reference == null ? ((ScalarNode) node).text() : reference.string("service");
        String file = reference == null ? null : reference.string("file");
        Node nameNode = reference == null ? node : reference.get("service");
        if (name == null || nameNode == null) {
            service.damage();
            return null;
        }
        Context target =
                file == null ? context : open(context, file, reference == null ? node : fileNode(reference), path);
        if (target == null) {
            service.damage();
            return null;
        }
        if (!target.services().has(name)) {
            String hint =
                    assembler.problems().didYouMean(name, target.services().keys());
            assembler.problems().error(nameNode, path, "no service '" + name + "' in " + target.name(), hint);
            service.damage();
            return null;
        }
        MappingNode found = resolve(target, name, way);
        if (found != null) {
            assembler.problems().spend(Budget.costOf(found), nameNode, path);
        }
        MappingNode base = found == null ? null : found.copy();
        if (base != null && file != null) {
            assembler
                    .canonicalForm(assembler.problems())
                    .apply(base, Schema.service(), TreePath.ROOT.key("services").key(name));
            String folder = context.directory().relativize(target.directory()).toString();
            new PathResolver(folder.isEmpty() ? "." : folder, context.scope().environment())
                    .apply(base, Schema.service());
        }
        return base;
    }

    private static Node fileNode(MappingNode reference) {
        Node node = reference.get("file");
        return node == null ? reference : node;
    }

    private @Nullable Context open(Context context, String file, Node at, TreePath path) {
        LocatedFile located = locate(context, file, at, path);
        if (located == null) {
            return null;
        }
        Path target = located.path();
        Map<Path, @Nullable Base> known = bases.computeIfAbsent(context.scope(), scope -> new HashMap<>());
        if (!known.containsKey(target)) {
            known.put(target, read(located, context.scope(), at, path));
        }
        Base base = known.get(target);
        Path directory = target.getParent();
        if (base == null || directory == null) {
            return null;
        }
        String name = assembler.reader().nameOf(target);
        return new Context(target, name, base.services(), directory, context.scope(), base.resets());
    }

    /** {@return the file of a path or a remote reference; null if it cannot be had, which is noted} */
    private @Nullable LocatedFile locate(Context context, String file, Node at, TreePath path) {
        RemoteFiles remote = assembler.reader().remote();
        if (remote.isRemote(file)) {
            return remote.fetch(file, null, at, path);
        }
        PathResolver resolver =
                new PathResolver(context.directory().toString(), context.scope().environment());
        Path target = assembler.reader().path(resolver.resolve(file), at, path);
        return target != null && remote.isAllowed(target, at, path)
                ? new LocatedFile(target, at.source().confinement())
                : null;
    }

    private @Nullable Base read(LocatedFile located, Scope scope, Node at, TreePath path) {
        Path file = located.path();
        if (!Files.isReadable(file)) {
            assembler
                    .problems()
                    .error(at, path, "no such file: " + assembler.reader().nameOf(file));
            return null;
        }
        MappingNode merged = null;
        Resets all = Resets.none();
        try {
            for (YamlReader.Document document : assembler.reader().read(located).documents()) {
                if (document.root() instanceof MappingNode mapping) {
                    Resets resets = assembler.prepare(mapping, document.tagged(), scope);
                    all.add(resets);
                    if (merged == null) {
                        merged = mapping;
                    } else {
                        resets.removeFrom(merged);
                        assembler.merger().merge(merged, mapping, Schema.root(), TreePath.ROOT);
                    }
                }
            }
        } catch (ComposeFileException e) {
            if (assembler.problems().isExhausted()) {
                throw e;
            }
            // The problem is noted; the load goes on to find others.
            return null;
        }
        MappingNode services = merged == null ? null : merged.mapping("services");
        if (services == null) {
            assembler.problems().error(at, path, assembler.reader().nameOf(file) + " has no services");
        }
        return services == null ? null : new Base(services, all);
    }
}
