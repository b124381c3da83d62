package io.github.jcompose.loader.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.model.EnvFile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFilesTest {
    private final ProjectFolder folder;

    ServiceFilesTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    private Map<String, @Nullable String> environment(String service) {
        folder.file("compose.yaml", "services: {a: " + service + "}");
        return folder.service("a").environment();
    }

    @Test
    void letsLaterFilesWinAndTheEnvironmentOfTheServiceMost() {
        folder.file("one.env", "A=1\nB=1\nC=1\n").file("two.env", "B=2\nC=2\n");

        assertThat(environment("{image: x, env_file: [one.env, two.env], environment: {C: 3}}"))
                .containsOnly(entry("A", "1"), entry("B", "2"), entry("C", "3"));
        assertThat(environment("{image: x, env_file: [two.env, one.env]}"))
                .containsOnly(entry("A", "1"), entry("B", "1"), entry("C", "1"));
        assertThat(folder.service("a").envFile()).isEmpty();
    }

    @Test
    void seesTheProjectAndEarlierFilesInValues() {
        folder.file(".env", "P=project\n")
                .file("one.env", "P=file\nA=$P\nB=one\n")
                .file("two.env", "C=$B-$A\nD=${S:-none}\n");

        assertThat(environment("{image: x, env_file: [one.env, two.env], environment: {S: service}}"))
                .contains(entry("P", "file"), entry("A", "project"), entry("C", "one-project"), entry("D", "service"));
    }

    @Test
    void inheritsBareVariablesOfTheEnvironment() {
        folder.file(".env", "A=project\n").file("one.env", "A\nB\nC=\n");

        assertThat(environment("{image: x, env_file: one.env}")).containsOnly(entry("A", "project"), entry("C", ""));
    }

    @Test
    void takesRawFilesAsTheyAre() {
        folder.file("raw.env", "# comment\n  A='x' # $B\nQ=\"a\\nb\"\n");

        assertThat(environment("{image: x, env_file: [{path: raw.env, format: raw}]}"))
                .containsOnly(entry("A", "'x' # $B"), entry("Q", "\"a\\nb\""));
    }

    @Test
    void readsQuotesEscapesAndComments() {
        folder.file("one.env", """
                export A="a\\nb" # comment
                B='$X ${Y}'
                C: yaml style
                D=x#y #z
                E="two
                lines"
                """);

        assertThat(environment("{image: x, env_file: one.env}"))
                .containsOnly(
                        entry("A", "a\nb"),
                        entry("B", "$X ${Y}"),
                        entry("C", "yaml style"),
                        entry("D", "x#y"),
                        entry("E", "two\nlines"));
    }

    @Test
    void doesWithoutOptionalFiles() {
        assertThat(environment("{image: x, env_file: [{path: missing.env, required: false}]}"))
                .isEmpty();
    }

    @Test
    void pointsAtFilesThatAreMissing() {
        folder.file("compose.yaml", """
                services:
                  a:
                    image: x
                    env_file:
                      - missing.env
                    label_file: gone.labels
                """);

        assertThat(folder.refusal())
                .contains("compose.yaml:5:9: services.a.env_file[0]: no such file: missing.env; set 'required: false'")
                .contains("compose.yaml:6:17: services.a.label_file[0]: no such file: gone.labels");
    }

    @Test
    void pointsIntoFilesThatAreWrong() {
        folder.file("compose.yaml", "services: {a: {image: x, env_file: sub/one.env}}")
                .file("sub/one.env", "A=1\n\nB C=2\n");

        assertThat(folder.refusal()).startsWith("sub/one.env:3");
    }

    @Test
    void refusesFormatsThatItDoesNotKnow() {
        folder.file("compose.yaml", "services: {a: {image: x, env_file: [{path: one.env, format: zzz}]}}")
                .file("one.env", "A=1\n");

        assertThat(folder.refusal())
                .startsWith("compose.yaml:1:37: services.a.env_file[0]: unknown format 'zzz'; expected 'raw'");
    }

    @Test
    void leavesEnvFilesUnreadWhenAskedTo() {
        folder.file("compose.yaml", "services: {a: {image: x, env_file: [one.env]}}");

        assertThat(ProjectFolder.service(folder.load(options -> options.resolveEnvironment(false)), "a")
                        .envFile())
                .containsExactly(EnvFile.builder()
                        .path(folder.path("one.env").toString())
                        .build());
    }

    @Test
    void putsLabelsOverThoseOfFiles() {
        folder.file("compose.yaml", """
                services: {a: {image: x, label_file: [one.labels, two.labels], labels: {c: "3"}}}
                """).file("one.labels", "a=1\nb=1\nc=1\n").file("two.labels", "b=2\nc=2\n");

        assertThat(folder.service("a").labels()).containsOnly(entry("a", "1"), entry("b", "2"), entry("c", "3"));
        assertThat(folder.service("a").labelFile())
                .containsExactly(
                        folder.path("one.labels").toString(),
                        folder.path("two.labels").toString());
    }

    @Test
    void joinsEnvFilesOfSeveralComposeFiles() {
        folder.file("compose.yaml", "services: {a: {image: x, env_file: one.env, environment: [A=0, B=0]}}")
                .file("compose.override.yaml", "services: {a: {env_file: [two.env, one.env], environment: {B: 9}}}")
                .file("one.env", "C=1\nD=1\n")
                .file("two.env", "C=2\n");

        assertThat(folder.service("a").environment())
                .containsOnly(entry("A", "0"), entry("B", "9"), entry("C", "2"), entry("D", "1"));
    }
}
