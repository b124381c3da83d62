package io.github.jcompose.loader.project;

import io.github.jcompose.loader.assemble.Assembler;
import io.github.jcompose.loader.assemble.FileReader;
import io.github.jcompose.loader.assemble.LoadedFile;
import io.github.jcompose.loader.assemble.LocatedFile;
import io.github.jcompose.loader.assemble.RemoteFiles;
import io.github.jcompose.loader.assemble.Scope;
import io.github.jcompose.loader.bind.RecordBinder;
import io.github.jcompose.loader.check.ConsistencyCheck;
import io.github.jcompose.loader.check.RuleCheck;
import io.github.jcompose.loader.discover.Discovery;
import io.github.jcompose.loader.discover.Inputs;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.resolve.Defaults;
import io.github.jcompose.loader.resolve.EnvironmentValues;
import io.github.jcompose.loader.resolve.Normalizer;
import io.github.jcompose.loader.resolve.PathResolver;
import io.github.jcompose.loader.resolve.RemoteBounds;
import io.github.jcompose.loader.schema.Schema;
import io.github.jcompose.loader.select.Selection;
import io.github.jcompose.loader.select.ServiceFiles;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Parts;
import io.github.jcompose.loader.tree.PlainValue;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.model.Deploy;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One load: runs the stages in the order of the reference and ends with everything that is wrong, or a project. */
public final class ProjectLoader {
    private final LoadOptions options;
    private final Problems problems;
    private final FileReader reader;
    private @Nullable MappingNode tree;
    private List<LoadedFile> files = List.of();

    /** A loader for one load. */
    public ProjectLoader(LoadOptions options) {
        this.options = options;
        this.problems =
                new Problems(options.warnings(), new Budget(options.limits().nodes()));
        Path directory = options.request().workingDirectory();
        RemoteFiles remote = new RemoteFiles(options.remote(), problems);
        this.reader = new FileReader(directory, options.limits(), problems, options.standardInput(), remote);
    }

    /** The tree of a project with what is needed to go on from it. */
    private record Assembled(
            MappingNode tree,
            String name,
            Path directory,
            List<Path> files,
            Inputs inputs,
            Map<String, String> environment) {}

    /**
     * {@return the project}
     *
     * @throws ComposeFileException if anything is wrong
     */
    public Project load() {
        Assembled assembled = assemble();
        MappingNode tree = assembled.tree();
        Project bound = bind(tree).toBuilder()
                .name(options.normalize() ? assembled.name() : written(assembled))
                .workingDir(assembled.directory())
                .composeFiles(assembled.files())
                .environment(assembled.environment())
                .build();
        List<String> profiles = assembled.inputs().profiles();
        Project enabled = Selection.enable(bound, profiles);
        if (!options.services().isEmpty()) {
            enabled = Selection.enable(enabled, Selection.profilesOf(enabled, options.services(), profiles));
        }
        if (options.checkConsistency()) {
            ConsistencyCheck.apply(enabled, tree, problems);
        }
        problems.throwIfAny();
        Project chosen = Selection.narrow(withReplicas(enabled), options.services(), problems);
        ServiceFiles files = new ServiceFiles(chosen, tree, reader::text, reader::nameOf, problems);
        Project labelled = files.withLabels();
        if (options.resolveEnvironment()) {
            labelled = new ServiceFiles(labelled, tree, reader::text, reader::nameOf, problems).withEnvironment();
        }
        problems.throwIfAny();
        return options.keepUnusedResources() ? labelled : Selection.withoutUnused(labelled);
    }

    /**
     * {@return the merged files in long syntax, without what only the model knows}
     *
     * @throws ComposeFileException if anything is wrong
     */
    public Map<String, @Nullable Object> loadTree() {
        Assembled assembled = assemble();
        problems.throwIfAny();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", assembled.name());
        if (PlainValue.of(assembled.tree()) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tree.putIfAbsent(String.valueOf(key), value));
        }
        return tree;
    }

    /**
     * {@return the variables, with those of the env files that are known before any compose file is found}
     *
     * @throws ComposeFileException if an env file cannot be read
     */
    public Map<String, String> variables() {
        Map<String, String> variables = discovery().environment();
        problems.throwIfAny();
        return variables;
    }

    private Discovery discovery() {
        return new Discovery(options.request(), reader::text, reader::nameOf, reader.remote()::isRemote, problems);
    }

    /** {@return what the project was made of; the project must have been loaded} */
    public MappingNode tree() {
        if (tree == null) {
            throw new IllegalStateException("nothing is loaded yet");
        }
        return tree;
    }

    /** {@return the files that were loaded first, in their order; their documents have been changed by the load} */
    public List<LoadedFile> files() {
        return files;
    }

    private Assembled assemble() {
        Inputs inputs = discovery().find();
        List<LoadedFile> files = new ArrayList<>();
        for (String file : inputs.files()) {
            try {
                files.add(read(file));
            } catch (ComposeFileException e) {
                if (problems.isExhausted()) {
                    throw e;
                }
                // The problem is noted; the other files are read, so that theirs are known too.
            }
        }
        problems.throwIfAny();
        String name = new ProjectNaming(options.request(), inputs, options.interpolate(), problems).name(files);
        Map<String, String> environment = new HashMap<>(inputs.environment());
        environment.put("COMPOSE_PROJECT_NAME", name);
        Scope scope = new Scope(directory(inputs, files), environment, including(files));
        Assembler assembler = new Assembler(reader, problems, options.interpolate());
        MappingNode tree = assembler.assemble(files, scope);
        boolean empty = tree == null || (tree.isEmpty() && !tree.isDamaged());
        if (empty && !problems.any()) {
            Location first = Location.ofFile(files.get(0).source().name());
            problems.error(first, "", "empty compose file", "expected services, or an include");
        }
        if (tree == null) {
            throw problems.failure();
        }
        finish(tree, name, scope, assembler.environmentValues());
        this.tree = tree;
        this.files = List.copyOf(files);
        return new Assembled(tree, name, scope.directory(), onDisk(files), inputs, environment);
    }

    private LoadedFile read(String file) {
        if (file.equals(Inputs.STANDARD_INPUT)) {
            return reader.readStandardInput();
        }
        Path given = options.request().projectDirectory();
        boolean remote = reader.remote().isRemote(file);
        return reader.read(remote ? reader.remote().fetch(file, given) : new LocatedFile(Path.of(file), null));
    }

    /** {@return what relative paths start from: the folder of what was fetched, if a remote file comes first} */
    private Path directory(Inputs inputs, List<LoadedFile> files) {
        int first = 0;
        while (first < files.size() - 1 && inputs.files().get(first).equals(Inputs.STANDARD_INPUT)) {
            first++;
        }
        LoadedFile file = files.get(first);
        Path folder = file.source().confinement() == null ? null : file.path().getParent();
        return folder == null || options.request().projectDirectory() != null ? inputs.projectDirectory() : folder;
    }

    private void finish(MappingNode tree, String name, Scope scope, EnvironmentValues values) {
        Normalizer normalizer = new Normalizer(name, scope.environment());
        Parts.of(tree).each(problems, (part, own) -> {
            finish(part, scope, values, own);
            if (options.normalize()) {
                normalizer.services(part);
            }
        });
        if (options.normalize()) {
            normalizer.resources(tree);
        }
    }

    private void finish(MappingNode part, Scope scope, EnvironmentValues values, Problems problems) {
        Defaults.apply(part);
        RuleCheck.apply(part, problems);
        if (reader.remote().any()) {
            new RemoteBounds(scope.directory().toString(), scope.environment(), problems).apply(part);
        }
        if (options.resolvePaths()) {
            new PathResolver(scope.directory().toString(), scope.environment()).apply(part, Schema.root());
        }
        if (options.interpolate()) {
            values.apply(part, scope.environment());
        }
    }

    private Project bind(MappingNode tree) {
        List<Project> bound = Parts.of(tree).map(problems, (part, own) -> new RecordBinder(own).project(part));
        if (bound.size() == 1) {
            return bound.get(0);
        }
        Map<String, Service> services = new LinkedHashMap<>();
        for (Project part : bound) {
            services.putAll(part.services());
        }
        return bound.get(0).toBuilder().services(services).build();
    }

    /** Without normalisation a name stays as a file spells it. */
    private static String written(Assembled assembled) {
        String name = assembled.tree().string("name");
        return name == null || name.isEmpty() ? assembled.name() : name;
    }

    private static List<Path> onDisk(List<LoadedFile> files) {
        return files.stream()
                .filter(file -> !file.source().name().equals(Inputs.STANDARD_INPUT))
                .map(LoadedFile::path)
                .toList();
    }

    private static List<Path> including(List<LoadedFile> files) {
        return files.stream().map(LoadedFile::path).toList();
    }

    /** The reference keeps the number of replicas in both places once one of them is set at the service. */
    private static Project withReplicas(Project project) {
        Map<String, Service> services = new LinkedHashMap<>();
        project.services().forEach((name, service) -> {
            Deploy deploy = service.deploy();
            services.put(
                    name,
                    service.scale() != null && deploy != null
                            ? service.toBuilder()
                                    .deploy(deploy.toBuilder()
                                            .replicas(service.scale())
                                            .build())
                                    .build()
                            : service);
        });
        return project.toBuilder().services(services).build();
    }
}
