package io.github.jcompose.loader.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {
    private final ProjectFolder folder;

    DiscoveryTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    /** Writes files each of which defines a service with the name of the file. */
    private void files(String... names) {
        for (String name : names) {
            folder.file(name, "services: {" + serviceOf(name) + ": {image: x}}");
        }
    }

    private static String serviceOf(String file) {
        return file.replaceAll("[^a-z]", "_");
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compose.yaml compose.yml docker-compose.yml docker-compose.yaml | compose.yaml
            compose.yml docker-compose.yml docker-compose.yaml              | compose.yml
            docker-compose.yml docker-compose.yaml                          | docker-compose.yml
            docker-compose.yaml                                             | docker-compose.yaml
            compose.yaml compose.override.yml compose.override.yaml         | compose.yaml compose.override.yml
            compose.yaml compose.override.yaml docker-compose.override.yml  | compose.yaml compose.override.yaml
            compose.yaml docker-compose.override.yml docker-compose.override.yaml | compose.yaml docker-compose.override.yml
            docker-compose.yaml compose.override.yml                        | docker-compose.yaml compose.override.yml
            compose.yml docker-compose.override.yaml                        | compose.yml docker-compose.override.yaml
            """)
    void picksTheFirstOfTheUsualNames(String present, String used) {
        files(present.split(" "));

        Project project = folder.load();

        assertThat(project.composeFiles())
                .extracting(file -> folder.root().relativize(file).toString())
                .containsExactly(used.split(" "));
        assertThat(project.services().keySet())
                .containsExactlyInAnyOrderElementsOf(List.of(used.split(" ")).stream()
                        .map(DiscoveryTest::serviceOf)
                        .toList());
    }

    @Test
    void warnsAboutSeveralCandidates() {
        files("compose.yaml", "compose.yml", "compose.override.yml", "docker-compose.override.yml");

        folder.load();

        assertThat(folder.warnings())
                .containsExactly(
                        "Found multiple config files with supported names: " + folder.path("compose.yaml") + ", "
                                + folder.path("compose.yml"),
                        "Using " + folder.path("compose.yaml"),
                        "Found multiple override files with supported names: " + folder.path("compose.override.yml")
                                + ", " + folder.path("docker-compose.override.yml"),
                        "Using " + folder.path("compose.override.yml"));
    }

    @Test
    void climbsToTheNearestFolderWithAFile() {
        files(
                "compose.yaml",
                "a/compose.yml",
                "a/compose.override.yaml",
                "a/b/c/other.yaml",
                "a/b/compose.override.yml");

        Project project = folder.load(options -> options.workingDirectory(folder.path("a/b/c")));

        assertThat(project.composeFiles())
                .containsExactly(folder.path("a/compose.yml"), folder.path("a/compose.override.yaml"));
        assertThat(project.workingDir()).isEqualTo(folder.path("a"));
        assertThat(project.name()).isEqualTo("a");
    }

    @Test
    void saysWhereItLookedInVain() {
        assertThat(folder.refusal())
                .startsWith("no compose file in " + folder.root() + " or a folder above it; expected compose.yaml");
    }

    @Test
    void takesGivenFilesInOrderAndNoOverride() {
        files("compose.yaml", "compose.override.yaml");
        folder.file("one.yaml", "services: {a: {image: one, command: one}}");
        folder.file("sub/two.yaml", "services: {a: {image: two, build: ./x}}");

        Project project = folder.load(options -> options.files(List.of("one.yaml", "sub/two.yaml")));

        assertThat(project.services()).containsOnlyKeys("a");
        assertThat(ProjectFolder.service(project, "a").image()).isEqualTo("two");
        assertThat(ProjectFolder.service(project, "a").command()).containsExactly("one");
        // All relative paths start from the folder of the first file.
        assertThat(ProjectFolder.service(project, "a").buildSpec())
                .extracting(build -> build.context())
                .isEqualTo(folder.path("x").toString());
    }

    @Test
    void takesFilesOfTheEnvironment() {
        files("compose.yaml", "b/one.yaml", "two.yaml");
        String list = "b/one.yaml" + File.pathSeparator + "two.yaml";

        Project project = folder.load(options -> options.environment(Map.of("COMPOSE_FILE", list)));
        Project separated = folder.load(options ->
                options.environment(Map.of("COMPOSE_FILE", "b/one.yaml, two.yaml", "COMPOSE_PATH_SEPARATOR", ",")));
        Project given = folder.load(
                options -> options.files(List.of("compose.yaml")).environment(Map.of("COMPOSE_FILE", list)));

        assertThat(project.composeFiles()).containsExactly(folder.path("b/one.yaml"), folder.path("two.yaml"));
        assertThat(project.workingDir()).isEqualTo(folder.path("b"));
        assertThat(separated.composeFiles()).isEqualTo(project.composeFiles());
        assertThat(given.composeFiles()).containsExactly(folder.path("compose.yaml"));
    }

    @Test
    void takesFilesOfTheEnvFileOfTheWorkingDirectory() {
        files("compose.yaml", "other.yaml");
        folder.file(".env", "COMPOSE_FILE=other.yaml\n");

        assertThat(folder.load().services()).containsOnlyKeys("other_yaml");
        assertThat(folder.load(options -> options.environment(Map.of("COMPOSE_FILE", "compose.yaml")))
                        .services())
                .containsOnlyKeys("compose_yaml");
    }

    @Test
    void refusesFilesThatAreNotThere() {
        files("compose.yaml", "sub/compose.yaml");

        assertThat(folder.refusal(options -> options.files(List.of("missing.yaml", "compose.yaml", "gone.yaml"))))
                .isEqualTo("gone.yaml: no such file\nmissing.yaml: no such file");
        assertThat(folder.refusal(options -> options.files(List.of("sub"))))
                .isEqualTo("sub: is a directory, not a file");
        assertThat(folder.refusal(options -> options.environment(Map.of("COMPOSE_FILE", "missing.yaml"))))
                .isEqualTo("missing.yaml: no such file");
        assertThat(folder.refusal(options -> options.environment(Map.of("COMPOSE_FILE", ""))))
                .isEqualTo(folder.root() + ": is a directory, not a file");
    }

    @Test
    void readsStandardInput() {
        files("sub/other.yaml");

        Project alone =
                folder.load(options -> options.files(List.of("-")).standardInput(input("services: {a: {build: .}}")));
        Project first = folder.load(options ->
                options.files(List.of("-", "sub/other.yaml")).standardInput(input("services: {a: {build: .}}")));
        Project twice = folder.load(
                options -> options.files(List.of("-", "-")).standardInput(input("services: {a: {build: .}}")));

        assertThat(alone.workingDir()).isEqualTo(folder.root());
        assertThat(alone.composeFiles()).isEmpty();
        assertThat(first.workingDir()).isEqualTo(folder.path("sub"));
        assertThat(first.services()).containsOnlyKeys("a", "sub_other_yaml");
        assertThat(twice.services()).containsOnlyKeys("a");
        assertThat(folder.refusal(
                        options -> options.files(List.of("-")).standardInput(input("services:\n  a: {imag: x}\n"))))
                .startsWith("-:2:7: services.a");
        assertThat(folder.refusal(options -> options.files(List.of("-")))).contains("empty compose file");
    }

    @Test
    void startsPathsFromTheProjectDirectory() {
        folder.file("deploy/compose.yaml", "services: {a: {image: x, build: ./app, env_file: a.env}}");
        folder.file("app/a.env", "A=1\n").file("deploy/a.env", "A=2\n").file("app/.env", "B=1\n");

        Project project = folder.load(
                options -> options.files(List.of("deploy/compose.yaml")).projectDirectory(Path.of("app")));

        assertThat(project.workingDir()).isEqualTo(folder.path("app"));
        assertThat(project.name()).isEqualTo("app");
        assertThat(project.environment()).containsEntry("B", "1");
        assertThat(ProjectFolder.service(project, "a").environment()).containsEntry("A", "1");
        assertThat(ProjectFolder.service(project, "a").buildSpec())
                .extracting(build -> build.context())
                .isEqualTo(folder.path("app/app").toString());
    }

    @Test
    void searchesFromTheProjectDirectoryUpwards() {
        files("compose.yaml");
        folder.file("sub/.keep", "");

        Project project = folder.load(options -> options.projectDirectory(Path.of("sub")));

        assertThat(project.composeFiles()).containsExactly(folder.path("compose.yaml"));
        assertThat(project.workingDir()).isEqualTo(folder.path("sub"));
        assertThat(project.name()).isEqualTo("sub");
    }

    @Test
    void givesProfilesOfTheEnvironmentUnlessSomeAreAskedFor() {
        folder.file("compose.yaml", "services: {a: {image: x, profiles: [p]}, b: {image: x, profiles: [q]}}");
        Map<String, String> environment = Map.of("COMPOSE_PROFILES", " p , ,r");

        assertThat(folder.load(options -> options.environment(environment)).services())
                .containsOnlyKeys("a");
        assertThat(folder.load(options -> options.environment(environment)).profiles())
                .containsExactly("p", "r");
        assertThat(folder.load(options -> options.environment(environment).profiles(List.of("q")))
                        .services())
                .containsOnlyKeys("b");
    }
}
