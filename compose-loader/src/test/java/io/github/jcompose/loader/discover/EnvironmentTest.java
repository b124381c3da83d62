package io.github.jcompose.loader.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.fixture.ProjectFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    private final ProjectFolder folder;

    EnvironmentTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
        folder.file("compose.yaml", "services: {a: {image: \"${A-}/${B-}/${C-}\"}}");
    }

    private String image(Map<String, String> environment) {
        return String.valueOf(ProjectFolder.service(folder.load(options -> options.environment(environment)), "a")
                .image());
    }

    @Test
    void putsTheEnvironmentOverTheEnvFile() {
        folder.file(".env", "A=file\nB=$A\nC=${B}!\n");

        assertThat(image(Map.of())).isEqualTo("file/file/file!");
        assertThat(image(Map.of("A", "shell"))).isEqualTo("shell/shell/shell!");
    }

    @Test
    void readsTheEnvFilesOfTheWorkingDirectoryAndOfTheProject() {
        folder.file(".env", "A=project\nB=project\n").file("sub/.env", "A=start\nC=start\n");

        assertThat(ProjectFolder.service(folder.load(options -> options.workingDirectory(folder.path("sub"))), "a")
                        .image())
                .isEqualTo("start/project/start");
        assertThat(ProjectFolder.service(
                                folder.load(options -> options.workingDirectory(folder.path("sub"))
                                        .files(List.of("../compose.yaml"))),
                                "a")
                        .image())
                .isEqualTo("project/project/");
    }

    @Test
    void readsGivenEnvFilesInPlaceOfTheUsualOne() {
        folder.file(".env", "A=usual\nC=usual\n")
                .file("one.env", "A=one\nB=one\n")
                .file("sub/two.env", "B=two:$A\n");
        List<Path> files = List.of(Path.of("one.env"), Path.of("sub/two.env"));

        assertThat(ProjectFolder.service(folder.load(options -> options.envFiles(files)), "a")
                        .image())
                .isEqualTo("one/two:one/");
        assertThat(image(Map.of("COMPOSE_ENV_FILES", "one.env,,sub/two.env"))).isEqualTo("one/two:one/");
        assertThat(image(Map.of("COMPOSE_ENV_FILES", ""))).isEqualTo("usual//usual");
        assertThat(folder.refusal(options -> options.envFiles(List.of(Path.of("missing.env")))))
                .isEqualTo("missing.env: no such file");
        assertThat(folder.refusal(options -> options.envFiles(List.of(Path.of("sub")))))
                .isEqualTo("sub: is a directory, not a file");
    }

    @Test
    void findsEnvFilesInTheHomeFolder() {
        folder.file("home/one.env", "A=home\n");
        String home = folder.path("home").toString();

        assertThat(ProjectFolder.service(
                                folder.load(options -> options.environment(Map.of("HOME", home))
                                        .envFiles(List.of(Path.of("~/one.env")))),
                                "a")
                        .image())
                .isEqualTo("home//");
        assertThat(image(Map.of("HOME", home, "COMPOSE_ENV_FILES", "~/one.env")))
                .isEqualTo("home//");
        assertThat(folder.refusal(options -> options.envFiles(List.of(Path.of("~/one.env")))))
                .isEqualTo("~/one.env: no such file");
    }

    @Test
    void takesTheNamesOfEnvFilesFromTheEnvironmentOnly() {
        folder.file(".env", "A=usual\nCOMPOSE_ENV_FILES=missing.env\nCOMPOSE_DISABLE_ENV_FILE=true\n");

        assertThat(image(Map.of())).isEqualTo("usual//");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1    , //
            t    , //
            TRUE , //
            True , //
            0    , usual//
            F    , usual//
            false, usual//
            ''   , usual//
            """)
    void leavesTheUsualEnvFileUnreadWhenAskedTo(String disable, String image) {
        folder.file(".env", "A=usual\n");

        assertThat(image(Map.of("COMPOSE_DISABLE_ENV_FILE", disable))).isEqualTo(image);
    }

    @Test
    void readsGivenEnvFilesEvenIfTheUsualOneIsDisabled() {
        folder.file("one.env", "A=one\n");

        assertThat(image(Map.of("COMPOSE_DISABLE_ENV_FILE", "1", "COMPOSE_ENV_FILES", "one.env")))
                .isEqualTo("one//");
    }

    @Test
    void refusesToGuessWhetherTheEnvFileIsDisabled() {
        folder.file(".env", "A=usual\n");

        assertThat(folder.refusal(options -> options.environment(Map.of("COMPOSE_DISABLE_ENV_FILE", "zzz"))))
                .isEqualTo("COMPOSE_DISABLE_ENV_FILE is 'zzz'; expected true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {".env/x", "other.env"})
    void ignoresWhatIsNoUsualEnvFile(String name) {
        folder.file(name, "A=1\n");

        assertThat(image(Map.of())).isEqualTo("//");
    }

    @Test
    void pointsIntoEnvFiles() {
        folder.file(".env", "A=1\nB C=2\n");

        assertThat(folder.refusal()).startsWith(".env:2");
    }

    @Test
    void neverReadsTheEnvironmentOfTheProcess() {
        folder.file("compose.yaml", "services: {a: {image: \"x${PATH}\", environment: [PATH]}}");

        assertThat(folder.service("a").image()).isEqualTo("x");
        assertThat(folder.service("a").environment()).containsEntry("PATH", null);
    }
}
