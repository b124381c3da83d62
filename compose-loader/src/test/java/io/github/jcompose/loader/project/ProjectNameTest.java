package io.github.jcompose.loader.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectNameTest {
    private static final String SERVICES = "services: {a: {image: \"${COMPOSE_PROJECT_NAME}\"}}\n";

    private final ProjectFolder root;
    private final ProjectFolder folder;

    ProjectNameTest(@TempDir Path root) {
        this.root = new ProjectFolder(root);
        folder = new ProjectFolder(root.resolve("My.Proj-1_A"));
        folder.file("compose.yaml", SERVICES);
    }

    @Test
    void prefersWhatIsAskedForToTheEnvironmentTheFileAndTheFolder() {
        Map<String, String> environment = Map.of("COMPOSE_PROJECT_NAME", "shell");

        assertThat(folder.load().name()).isEqualTo("myproj-1_a");
        folder.file("compose.yaml", "name: written\n" + SERVICES);
        assertThat(folder.load().name()).isEqualTo("written");
        folder.file(".env", "COMPOSE_PROJECT_NAME=env-file\n");
        assertThat(folder.load().name()).isEqualTo("env-file");
        assertThat(folder.load(options -> options.environment(environment)).name())
                .isEqualTo("shell");
        assertThat(folder.load(options -> options.environment(environment).projectName("asked"))
                        .name())
                .isEqualTo("asked");
        assertThat(folder.load(options -> options.environment(Map.of("COMPOSE_PROJECT_NAME", "")))
                        .name())
                .isEqualTo("written");
    }

    @Test
    void tellsTheNameToVariables() {
        Project project = folder.load(options -> options.projectName("asked"));

        assertThat(ProjectFolder.service(project, "a").image()).isEqualTo("asked");
        assertThat(project.environment()).containsEntry("COMPOSE_PROJECT_NAME", "asked");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Web             , web
            _-Foo Bar_      , foobar_
            ' a.b '         , ab
            '${X}-${Y:-y}'  , v-y
            8080            , 8080
            """)
    void normalizesTheNameOfAFile(String written, String name) {
        folder.file("compose.yaml", "name: '" + written + "'\n" + SERVICES);

        assertThat(folder.load(options -> options.environment(Map.of("X", "v"))).name())
                .isEqualTo(name);
    }

    @Test
    void takesTheLastNameOfAllFilesAndDocuments() {
        folder.file("compose.yaml", "name: one\n" + SERVICES + "---\nname: two\n")
                .file("compose.override.yaml", "services: {b: {image: x}}\n");

        assertThat(folder.load().name()).isEqualTo("two");

        folder.file("compose.override.yaml", "name: three\nservices: {b: {image: x}}\n");

        assertThat(folder.load().name()).isEqualTo("three");
    }

    @Test
    void ignoresTheNameOfIncludedFiles() {
        folder.file("compose.yaml", "include: [sub/compose.yaml]\n")
                .file("sub/compose.yaml", "name: included\n" + SERVICES);

        Project project = folder.load();

        assertThat(project.name()).isEqualTo("myproj-1_a");
        assertThat(ProjectFolder.service(project, "a").image()).isEqualTo("myproj-1_a");
    }

    @ParameterizedTest
    @CsvSource({"My App", "web!", "_web", "-web", "Web"})
    void refusesNamesThatAreAskedForAndNotNormal(String name) {
        String message = "invalid project name \"" + name + "\": must consist only of lowercase alphanumeric"
                + " characters, hyphens, and underscores as well as start with a letter or number";

        assertThat(folder.refusal(options -> options.projectName(name))).isEqualTo(message);
        assertThat(folder.refusal(options -> options.environment(Map.of("COMPOSE_PROJECT_NAME", name))))
                .isEqualTo(message);
    }

    @Test
    void doesWithoutANameThatIsEmpty() {
        folder.file("compose.yaml", "name: ''\n" + SERVICES);

        assertThat(folder.load().name()).isEqualTo("myproj-1_a");
    }

    @Test
    void pointsAtANameOfWhichNothingIsLeft() {
        folder.file("compose.yaml", SERVICES + "name: ${UNSET}\n");

        assertThat(folder.refusal()).startsWith("compose.yaml:2:7: name: the project name is empty");
        assertThat(folder.warnings()).contains("The \"UNSET\" variable is not set. Defaulting to a blank string.");
    }

    @Test
    void refusesAFolderThatMakesNoName() {
        root.file("@@@/compose.yaml", SERVICES);

        assertThat(root.refusal(options -> options.workingDirectory(root.path("@@@"))))
                .isEqualTo("no project name can be made of the folder '@@@'; set 'name' at the top of the file, or"
                        + " COMPOSE_PROJECT_NAME");
    }

    @Test
    void refusesANameThatIsNoText() {
        folder.file("compose.yaml", SERVICES + "name: 123\n");

        assertThat(folder.refusal()).startsWith("compose.yaml:2:7: name: must be a string, not a number");
    }

    @Test
    void warnsWhenTheNameComesFromALink() {
        root.link("link", folder.root());

        Project project = root.load(options -> options.workingDirectory(root.path("link")));

        assertThat(project.name()).isEqualTo("link");
        assertThat(root.warnings())
                .containsExactly(
                        "project has been loaded without an explicit name from a symlink. Using name \"link\"");
        assertThat(root.load(options ->
                                options.workingDirectory(root.path("link")).projectName("asked"))
                        .name())
                .isEqualTo("asked");
        assertThat(root.warnings()).hasSize(1);
    }

    @Test
    void namesResourcesAfterTheProject() {
        folder.file("compose.yaml", "name: ${PN:-Cf}\nservices: {a: {image: x}}\n");

        assertThat(folder.load().networks().get("default"))
                .extracting(network -> network.name())
                .isEqualTo("cf_default");
        assertThat(folder.load(options -> options.interpolate(false)).networks().get("default"))
                .extracting(network -> network.name())
                .isEqualTo("pn-cf_default");
    }

    @Test
    void keepsTheOrderOfFilesOutOfTheName() {
        folder.file("one/compose.yaml", SERVICES).file("two/compose.yaml", SERVICES);

        assertThat(folder.load(options -> options.files(List.of("two/compose.yaml", "one/compose.yaml")))
                        .name())
                .isEqualTo("two");
    }
}
