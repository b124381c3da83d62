package io.github.jcompose.loader;

import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Checks a model by loading what it would be as a file. */
final class ModelCheck {
    private ModelCheck() {}

    static void check(Project project) {
        byte[] text = ProjectWriter.yaml(project).getBytes(StandardCharsets.UTF_8);
        Path directory = project.workingDir() == null ? Path.of("") : project.workingDir();
        try {
            Project same = ComposeLoader.builder()
                    .files(List.of("-"))
                    .standardInput(new ByteArrayInputStream(text))
                    .workingDirectory(directory)
                    .profiles(List.of("*"))
                    .resolveEnvironment(false)
                    .warnings(problem -> {})
                    .build()
                    .load();
            if (!same.name().equals(project.name())) {
                throw new ComposeFileException(List.of(Problem.at(
                        null,
                        "name",
                        "'" + project.name() + "' is no name of a project",
                        "did you mean '" + same.name() + "'?")));
            }
        } catch (ComposeFileException e) {
            throw new ComposeFileException(e.problems().stream()
                    .map(problem -> Problem.at(null, problem.path(), problem.message(), problem.hint()))
                    .toList());
        }
    }
}
