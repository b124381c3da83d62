package io.github.jcompose.kubernetes;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.LocatedProject;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compose files of one feature each, with the manifests and warnings that they lead to. */
record Golden(Path directory) {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<Golden> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().map(Golden::new).toList();
        }
    }

    LocatedProject load() {
        return ComposeLoader.builder()
                .workingDirectory(directory)
                .files(List.of("compose.yaml"))
                .projectName("shop")
                .environment(Map.of("API_TOKEN", "from the environment"))
                .build()
                .loadLocated();
    }

    Manifests manifests() {
        LocatedProject located = load();
        return Manifests.of(located.project(), located.fileVariables());
    }

    /** {@return manifests and warnings, as the expected file has them} */
    String text() {
        LocatedProject located = load();
        Project project = located.project();
        Manifests manifests = Manifests.of(project, located.fileVariables());
        String warnings = manifests.warnings().stream()
                .map(finding -> located.problem(finding.path(), finding.message(), finding.hint()))
                .map(Golden::line)
                .collect(Collectors.joining());
        String folder = String.valueOf(project.workingDir());
        return (warnings + manifests.stream()).replace(folder, "/project");
    }

    private static String line(Problem problem) {
        return "# " + new Problem(problem.location(), problem.path(), problem.message(), problem.hint(), null).render()
                + "\n";
    }

    Path expectedFile() {
        return directory.resolve("expected.yaml");
    }

    @Override
    public String toString() {
        return String.valueOf(directory.getFileName());
    }
}
