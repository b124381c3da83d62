package io.github.jcompose.loader.artifact;

import io.github.jcompose.loader.assemble.LoadedFile;
import io.github.jcompose.loader.interpolation.Template;
import io.github.jcompose.loader.interpolation.TemplateException;
import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.publish.Concern;
import io.github.jcompose.loader.remote.ArtifactFile;
import io.github.jcompose.loader.remote.RemoteResources;
import io.github.jcompose.loader.resolve.PathResolver;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects compose files and the local files that they name, with names that are found in an artifact. */
final class FileCollector {
    private static final String SERVICES = "services";
    private final Path folder;
    private final Map<String, String> environment;
    private final LoadLimits limits;
    private final Problems problems;
    private final boolean withVariables;
    private final List<Concern> concerns;
    private final List<ArtifactFile> main = new ArrayList<>();
    /** The files that others name, by path; null while one is read, so that a circle ends. */
    private final Map<Path, @Nullable ArtifactFile> named = new LinkedHashMap<>();

    /**
     * @param folder what the paths of the project start from
     */
    FileCollector(
            Path folder,
            Map<String, String> environment,
            LoadLimits limits,
            Problems problems,
            boolean withVariables,
            List<Concern> concerns) {
        this.folder = folder;
        this.environment = environment;
        this.limits = limits;
        this.problems = problems;
        this.withVariables = withVariables;
        this.concerns = concerns;
    }

    /** {@return the compose files, and then those that they name} */
    List<ArtifactFile> files() {
        List<ArtifactFile> files = new ArrayList<>(main);
        named.values().forEach(file -> {
            if (file != null) {
                files.add(file);
            }
        });
        return files;
    }

    /** Adds a compose file of the project. */
    void addMain(LoadedFile file) {
        String name = String.valueOf(file.path().getFileName());
        String text = rewritten(file.source().name(), file.source().text(), folder);
        main.add(new ArtifactFile(ArtifactFile.Kind.COMPOSE, name.equals("-") ? "compose.yaml" : name, text));
    }

    private String rewritten(String name, String text, Path from) {
        PathResolver resolver = new PathResolver(from.toString(), environment);
        ScalarEdits edits = new ScalarEdits();
        Source source = new Source(name, text);
        for (YamlReader.Document document : YamlReader.read(source, text, limits, problems)) {
            if (document.root() instanceof MappingNode root) {
                requireNoIncludes(root);
                VariableConcerns values = new VariableConcerns(root, withVariables);
                concerns.addAll(values.concerns());
                MappingNode services = root.mapping(SERVICES);
                for (Entry service : services == null ? List.<Entry>of() : services.entries()) {
                    if (service.value() instanceof MappingNode mapping) {
                        rewrite(service.key(), mapping, resolver, edits);
                    }
                }
            }
        }
        return edits.apply(text);
    }

    private void requireNoIncludes(MappingNode root) {
        for (Node item : items(root.get("include"))) {
            Node paths = item instanceof MappingNode mapping ? mapping.get("path") : item;
            for (Node path : items(paths)) {
                if (path instanceof ScalarNode scalar && !RemoteResources.isRemote(substituted(scalar))) {
                    problems.error(
                            path,
                            TreePath.ROOT.key("include"),
                            "a project that includes a local file cannot be published",
                            "publish that on its own and include it as oci://…, or name both files with -f");
                }
            }
        }
    }

    private void rewrite(String service, MappingNode mapping, PathResolver resolver, ScalarEdits edits) {
        TreePath path = TreePath.ROOT.key(SERVICES).key(service);
        for (Node item : items(mapping.get("env_file"))) {
            Node file = item instanceof MappingNode form ? form.get("path") : item;
            if (file instanceof ScalarNode scalar && withVariables) {
                rename(scalar, resolver, edits, path.key("env_file"), ArtifactFile.Kind.VARIABLES);
            } else if (file instanceof ScalarNode scalar) {
                String place = "services." + service + ".env_file: " + scalar.text();
                concerns.add(new Concern(Concern.Kind.LEFT_OUT, place));
            }
        }
        for (Node file : items(mapping.get("label_file"))) {
            if (file instanceof ScalarNode scalar) {
                rename(scalar, resolver, edits, path.key("label_file"), ArtifactFile.Kind.VARIABLES);
            }
        }
        if (mapping.get("extends") instanceof MappingNode base && base.get("file") instanceof ScalarNode file) {
            rename(file, resolver, edits, path.key("extends"), ArtifactFile.Kind.EXTENDED);
        }
    }

    /** Has a file be part of the artifact, if it is one here; one that is remote stays remote. */
    private void rename(
            ScalarNode at, PathResolver resolver, ScalarEdits edits, TreePath path, ArtifactFile.Kind kind) {
        String text = substituted(at);
        if (text.isEmpty() || RemoteResources.isRemote(text)) {
            return;
        }
        Path file = Path.of(resolver.resolve(text)).normalize();
        if (!Files.isRegularFile(file)) {
            // The project was loaded without it, so it is one that need not be there.
            return;
        }
        String name = name(file, kind);
        edits.put(at, name);
        if (named.containsKey(file)) {
            return;
        }
        named.put(file, null);
        try {
            String content = Files.readString(file, StandardCharsets.UTF_8);
            Path from = file.getParent();
            if (kind == ArtifactFile.Kind.EXTENDED && from != null) {
                content = rewritten(file.toString(), content, from);
            }
            named.put(file, new ArtifactFile(kind, name, content));
        } catch (IOException e) {
            problems.error(at, path, "cannot read " + file + ": " + IoReason.of(e));
        }
    }

    /** {@return a name that tells the file, and is another one for each folder, but the same on each machine} */
    private String name(Path file, ArtifactFile.Kind kind) {
        String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name.replace(".", "");
        String ending = kind == ArtifactFile.Kind.EXTENDED ? ".yaml" : ".env";
        return stem + "-"
                + Integer.toHexString(folder.relativize(file).toString().hashCode()) + ending;
    }

    private String substituted(ScalarNode node) {
        try {
            return Template.substitute(node.text(), environment::get);
        } catch (TemplateException e) {
            // The project was loaded, so nothing depends on it.
            return node.text();
        }
    }

    static List<Node> items(@Nullable Node node) {
        return node instanceof SequenceNode list ? list.items() : node == null ? List.of() : List.of(node);
    }
}
