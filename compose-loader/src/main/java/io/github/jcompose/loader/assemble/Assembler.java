package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.canonical.CanonicalForm;
import io.github.jcompose.loader.merge.Merger;
import io.github.jcompose.loader.merge.Resets;
import io.github.jcompose.loader.merge.UniqueItems;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.resolve.EnvironmentValues;
import io.github.jcompose.loader.resolve.Interpolator;
import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.schema.StructureCheck;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Parts;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one tree of the files of a project: each document of each file joins what came before it. */
public final class Assembler {
    private final FileReader reader;
    private final Problems problems;
    private final boolean interpolate;
    private final Merger merger;
    private final EnvironmentValues environmentValues = new EnvironmentValues();
    private final Extends extending;
    private final Includes includes;

    /**
     * @param interpolate whether variables are substituted; if not, what cannot be read for that reason stays
     */
    public Assembler(FileReader reader, Problems problems, boolean interpolate) {
        this.reader = reader;
        this.problems = problems;
        this.interpolate = interpolate;
        this.merger = new Merger(problems);
        this.extending = new Extends(this);
        this.includes = new Includes(this);
    }

    /** {@return the values that the files take from the environment} */
    public EnvironmentValues environmentValues() {
        return environmentValues;
    }

    FileReader reader() {
        return reader;
    }

    Problems problems() {
        return problems;
    }

    Merger merger() {
        return merger;
    }

    CanonicalForm canonicalForm(Problems problems) {
        return new CanonicalForm(problems, !interpolate, UniqueItems::apply);
    }

    /** {@return the tree of the files, in long syntax; null if they hold nothing} */
    public @Nullable MappingNode assemble(List<LoadedFile> files, Scope scope) {
        MappingNode project = null;
        for (LoadedFile file : files) {
            for (YamlReader.Document document : file.documents()) {
                MappingNode mapping = mapping(document, file.source());
                if (mapping != null) {
                    project = add(project, mapping, document.tagged(), file, scope);
                }
            }
        }
        return project;
    }

    private @Nullable MappingNode mapping(YamlReader.Document document, Source source) {
        if (document.root() instanceof MappingNode mapping) {
            return mapping;
        }
        if (document.root() == null) {
            problems.error(Location.ofFile(source.name()), "", "an empty document is no compose file", null);
        } else {
            String found = document.root().kind();
            problems.error(document.root(), TreePath.ROOT, "a compose file is a mapping of attributes, not " + found);
        }
        return null;
    }

    private MappingNode add(
            @Nullable MappingNode earlier, MappingNode document, boolean tagged, LoadedFile file, Scope scope) {
        Resets resets = prepare(document, tagged, scope);
        includes.apply(document, resets, scope);
        if (earlier != null) {
            resets.removeFrom(earlier);
        }
        extending.apply(document, resets, file, scope);
        MappingNode project = earlier == null ? document : earlier;
        if (earlier != null) {
            merger.merge(earlier, document, Schema.root(), TreePath.ROOT);
        }
        if (earlier != null && !problems.budget().work(Budget.costOf(project))) {
            throw problems.exceeded(project, TreePath.ROOT, "too many documents for a project of this size");
        }
        finish(project);
        return project;
    }

    /** {@return what the document takes away from earlier ones; its variables are substituted} */
    Resets prepare(MappingNode document, boolean tagged, Scope scope) {
        if (document.source().confinement() != null) {
            reader.remote().remember(document);
        }
        Resets resets = tagged ? Resets.takeFrom(document) : Resets.none();
        if (interpolate) {
            Parts.of(document)
                    .each(
                            problems,
                            (part, own) -> new Interpolator(scope.environment(), own)
                                    .apply(part, Schema.root(), TreePath.ROOT));
        }
        return resets;
    }

    private void finish(MappingNode project) {
        Parts.of(project).each(problems, this::finish);
    }

    private void finish(MappingNode project, Problems problems) {
        new StructureCheck(problems, UniqueItems::apply).check(project, Schema.root(), TreePath.ROOT);
        Entry version = project.entry("version");
        if (version != null) {
            String message = "the attribute `version` is obsolete, it will be ignored, please remove it to avoid"
                    + " potential confusion";
            problems.warning(version.keyNode(), TreePath.ROOT, message);
            project.remove("version");
        }
        canonicalForm(problems).apply(project, Schema.root(), TreePath.ROOT);
        removeBlankDns(project);
    }

    private static void removeBlankDns(MappingNode project) {
        MappingNode services = project.mapping("services");
        if (services == null) {
            return;
        }
        for (Entry service : services.entries()) {
            SequenceNode dns = service.value() instanceof MappingNode mapping ? mapping.sequence("dns") : null;
            if (dns != null) {
                dns.items().removeIf(Assembler::isBlank);
            }
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.isNull() || scalar.text().isEmpty());
    }
}
