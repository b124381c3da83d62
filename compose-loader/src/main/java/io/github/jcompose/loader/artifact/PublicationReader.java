package io.github.jcompose.loader.artifact;

import io.github.jcompose.loader.discover.LoadRequest;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.project.LoadOptions;
import io.github.jcompose.loader.project.ProjectLoader;
import io.github.jcompose.loader.publish.Concern;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.loader.remote.ArtifactFile;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loads a project, and takes its files as they are written. */
public final class PublicationReader {
    private final LoadOptions options;
    private final boolean withVariables;
    private final Problems problems;
    private final List<Concern> concerns = new ArrayList<>();

    /**
     * @param withVariables whether files of variables are part of the publication
     */
    public PublicationReader(LoadOptions options, boolean withVariables) {
        this.options = whole(options);
        this.withVariables = withVariables;
        this.problems =
                new Problems(options.warnings(), new Budget(options.limits().nodes()));
    }

    private static LoadOptions whole(LoadOptions options) {
        LoadRequest request = options.request();
        return new LoadOptions(
                new LoadRequest(
                        request.workingDirectory(),
                        request.files(),
                        request.projectDirectory(),
                        request.projectName(),
                        List.of("*"),
                        request.envFiles(),
                        request.environment()),
                options.limits(),
                options.standardInput(),
                options.remote(),
                options.warnings(),
                List.of(),
                true,
                true,
                true,
                true,
                true,
                true);
    }

    /**
     * {@return the publication}
     *
     * @throws ComposeFileException if the project cannot be loaded or cannot be published
     */
    public Publication read() {
        ProjectLoader loader = new ProjectLoader(options);
        Project project = loader.load();
        requireImages(project, loader.tree());
        Path folder = Objects.requireNonNull(project.workingDir(), "a loaded project has a folder");
        FileCollector collector =
                new FileCollector(folder, project.environment(), options.limits(), problems, withVariables, concerns);
        loader.files().forEach(collector::addMain);
        problems.throwIfAny();
        addMounts(project);
        addFiles(project);
        List<ArtifactFile> files = collector.files();
        for (ArtifactFile file : files) {
            SensitiveText.in(file.name(), file.text())
                    .forEach(text -> concerns.add(new Concern(Concern.Kind.SENSITIVE, text)));
        }
        return new Publication(project, files, concerns);
    }

    private void requireImages(Project project, MappingNode tree) {
        MappingNode services = tree.mapping("services");
        new TreeMap<>(project.services()).forEach((name, service) -> {
            boolean named = service.image() != null && !service.image().isEmpty();
            Node at = services == null ? null : services.get(name);
            if (!named && service.buildSpec() != null) {
                TreePath path = TreePath.ROOT.key("services").key(name);
                String message = "cannot be published: its image is only built here";
                String hint = "give it a name with 'image:', under which it can be pushed";
                problems.error(at == null ? tree : at, path, message, hint);
            }
        });
    }

    private void addMounts(Project project) {
        new TreeMap<>(project.services()).forEach((name, service) -> {
            for (Mount mount : service.volumes()) {
                if ("bind".equals(mount.type())) {
                    String text = "services." + name + ".volumes: " + mount.source() + ":" + mount.target();
                    concerns.add(new Concern(Concern.Kind.BIND_MOUNT, text));
                }
            }
        });
    }

    private void addFiles(Project project) {
        Map<String, String> named = new TreeMap<>();
        project.configs().forEach((name, config) -> named.put("configs." + name, file(config.file())));
        project.secrets().forEach((name, secret) -> named.put("secrets." + name, file(secret.file())));
        named.forEach((place, file) -> {
            if (!file.isEmpty()) {
                concerns.add(new Concern(Concern.Kind.LEFT_OUT, place + ".file: " + file));
            }
        });
    }

    private static String file(@Nullable String path) {
        return path == null ? "" : path;
    }
}
