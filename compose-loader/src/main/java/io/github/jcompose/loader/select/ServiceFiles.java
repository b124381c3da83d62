package io.github.jcompose.loader.select;

import io.github.jcompose.loader.discover.EnvFiles;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.EnvFile;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the files of variables and labels that services name. */
public final class ServiceFiles {
    private final Project project;
    private final MappingNode tree;
    private final Function<Path, String> text;
    private final Function<Path, String> name;
    private final Problems problems;

    /**
     * @param tree what the project was made of, for places
     * @param text reads a file
     * @param name gives the name of a file in messages
     */
    public ServiceFiles(
            Project project,
            MappingNode tree,
            Function<Path, String> text,
            Function<Path, String> name,
            Problems problems) {
        this.project = project;
        this.tree = tree;
        this.text = text;
        this.name = name;
        this.problems = problems;
    }

    /** {@return the project with the variables of {@code env_file} under those of {@code environment}} */
    public Project withEnvironment() {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((key, service) -> services.put(key, withEnvironment(key, service)));
        return project.toBuilder().services(services).build();
    }

    private Service withEnvironment(String key, Service service) {
        if (service.envFile().isEmpty()) {
            return service;
        }
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        for (int i = 0; i < service.envFile().size(); i++) {
            EnvFile file = service.envFile().get(i);
            Node at = at(key, "env_file", i);
            TreePath path =
                    TreePath.ROOT.key("services").key(key).key("env_file").item(i, at);
            variables.putAll(read(file, at, path, variable -> lookup(variable, service, variables)));
        }
        Map<String, @Nullable String> environment = new LinkedHashMap<>(variables);
        environment.putAll(service.environment());
        return service.toBuilder().environment(environment).envFile(List.of()).build();
    }

    private @Nullable String lookup(String variable, Service service, Map<String, @Nullable String> earlier) {
        String value = project.environment().get(variable);
        value = value == null ? service.environment().get(variable) : value;
        return value == null ? earlier.get(variable) : value;
    }

    private Map<String, @Nullable String> read(
            EnvFile file, Node at, TreePath path, Function<String, @Nullable String> lookup) {
        Path directory = project.workingDir() == null ? Path.of("") : project.workingDir();
        Path location;
        try {
            location = directory.resolve(file.path() == null ? "" : file.path());
        } catch (InvalidPathException e) {
            problems.error(at, path, "no valid path: " + e.getReason());
            return Map.of();
        }
        if (!Files.isRegularFile(location) && !Files.isReadable(location)) {
            if (file.required()) {
                problems.error(
                        at, path, "no such file: " + name.apply(location), "set 'required: false' if it may be absent");
            }
            return Map.of();
        }
        if (file.format() != null
                && !file.format().equals("raw")
                && !file.format().isEmpty()) {
            problems.error(at, path, "unknown format '" + file.format() + "'", "expected 'raw', or no format at all");
            return Map.of();
        }
        try {
            return EnvFiles.parse(name.apply(location), text.apply(location), file.format(), lookup, problems);
        } catch (ComposeFileException e) {
            if (problems.isExhausted()) {
                throw e;
            }
            // The problem is noted; the load goes on to find others.
            return Map.of();
        }
    }

    /** {@return the project with the labels of {@code label_file} under those of {@code labels}} */
    public Project withLabels() {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((key, service) -> services.put(key, withLabels(key, service)));
        return project.toBuilder().services(services).build();
    }

    private Service withLabels(String key, Service service) {
        if (service.labelFile().isEmpty()) {
            return service;
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < service.labelFile().size(); i++) {
            EnvFile file = EnvFile.builder().path(service.labelFile().get(i)).build();
            Node at = at(key, "label_file", i);
            TreePath path =
                    TreePath.ROOT.key("services").key(key).key("label_file").item(i, at);
            read(file, at, path, labels::get).forEach((label, value) -> labels.put(label, value == null ? "" : value));
        }
        labels.putAll(service.labels());
        return service.toBuilder().labels(labels).build();
    }

    private Node at(String service, String attribute, int index) {
        MappingNode services = tree.mapping("services");
        MappingNode node = services == null ? null : services.mapping(service);
        SequenceNode sequence = node == null ? null : node.sequence(attribute);
        return sequence != null && index < sequence.items().size()
                ? sequence.items().get(index)
                : tree;
    }
}
