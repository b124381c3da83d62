package io.github.jcompose.loader.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.publish.Concern;
import io.github.jcompose.loader.publish.Publication;
import io.github.jcompose.loader.remote.ArtifactFile;
import io.github.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    private final ProjectFolder folder;

    PublicationTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
    }

    private Publication publication(boolean withVariables) {
        return folder.loader().build().publication(withVariables);
    }

    private static List<String> texts(Publication publication, Concern.Kind kind) {
        return publication.concerns(kind).stream().map(Concern::text).toList();
    }

    /** Puts the files where a loader would have put those of an artifact, and loads them. */
    private Project loadedAgain(Publication publication) {
        ProjectFolder copy = new ProjectFolder(folder.path("artifact"));
        StringBuilder main = new StringBuilder();
        for (ArtifactFile file : publication.files()) {
            if (file.kind() == ArtifactFile.Kind.COMPOSE) {
                main.append(main.isEmpty() ? "" : "\n---\n").append(file.text());
            } else {
                copy.file(file.name(), file.text());
            }
        }
        return copy.file("compose.yaml", main.toString()).load();
    }

    @Test
    void keepsFilesToTheLetterWithVariablesAndComments() {
        String text = """
                # as it is written
                name: shop
                services:
                  web:   {image: "nginx:${TAG:-1}"}   # here, too
                  db:
                    image: postgres
                    profiles: [data]
                """;
        String override = "services: {web: {command: !override [run]}}\n";
        folder.file("compose.yaml", text).file("compose.override.yaml", override);

        Publication publication = publication(false);

        assertThat(publication.files())
                .containsExactly(
                        new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.yaml", text),
                        new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.override.yaml", override));
        assertThat(publication.project().services()).containsOnlyKeys("web", "db");
        assertThat(publication.concerns()).isEmpty();
    }

    @Test
    void takesWhatServicesExtendAndTheirVariablesAlong() {
        folder.file("compose.yaml", """
                        services:
                          # 🚢 counts as one character
                          web: {image: nginx, "extends": {"file": './base/common.yaml', service: base}}
                          worker:
                            image: nginx
                            env_file: &shared
                              - ${NAME:-worker}.env   # of the worker
                              - path: missing.env
                                required: false
                            label_file: >-
                              labels.txt
                            command: [x]
                          other: {image: nginx, env_file: *shared}
                          merged:
                            <<: {env_file: other.env}
                            image: nginx
                        """)
                .file("base/common.yaml", """
                        services:
                          base: {env_file: base.env, extends: {file: ../deep/er.yaml, service: root}}
                        """)
                .file(
                        "deep/er.yaml",
                        "services: {root: {init: true, extends: {file: ../base/common.yaml, service: end}}}")
                .file("base/base.env", "FROM=base\n")
                .file("worker.env", "FROM=worker\n")
                .file("other.env", "FROM=other\n")
                .file("labels.txt", "a=b\n");
        folder.file("base/common.yaml", """
                services:
                  base: {env_file: base.env, extends: {file: ../deep/er.yaml, service: root}}
                  end: {tty: true}
                """);

        Publication publication = publication(true);
        Project again = loadedAgain(publication);

        assertThat(publication.files().stream().map(ArtifactFile::name))
                .allMatch(name -> name.matches("[A-Za-z0-9._-]+"))
                .doesNotHaveDuplicates();
        assertThat(publication.files().get(0).text())
                .contains("# 🚢 counts as one character", "  # of the worker", "path: missing.env", "command: [x]");
        assertThat(ProjectFolder.service(again, "web").environment()).isEqualTo(Map.of("FROM", "base"));
        assertThat(ProjectFolder.service(again, "web").init()).isTrue();
        assertThat(ProjectFolder.service(again, "web").tty()).isTrue();
        assertThat(ProjectFolder.service(again, "worker").environment()).isEqualTo(Map.of("FROM", "worker"));
        assertThat(ProjectFolder.service(again, "other").environment()).isEqualTo(Map.of("FROM", "worker"));
        assertThat(ProjectFolder.service(again, "merged").environment()).isEqualTo(Map.of("FROM", "other"));
        assertThat(ProjectFolder.service(again, "worker").labels()).isEqualTo(Map.of("a", "b"));
        assertThat(ProjectFolder.service(again, "worker").command()).containsExactly("x");
    }

    @Test
    void namesFilesTheSameOnEachMachine(@TempDir Path elsewhere) {
        String text = "services: {web: {image: nginx, env_file: web.env}}";
        folder.file("compose.yaml", text).file("web.env", "A=1\n");
        ProjectFolder other =
                new ProjectFolder(elsewhere).file("compose.yaml", text).file("web.env", "A=1\n");

        assertThat(publication(true).files())
                .isEqualTo(other.loader().build().publication(true).files());
    }

    @Test
    void leavesFilesOfVariablesOutUnlessTheyAreAskedFor() {
        folder.file("compose.yaml", "services: {web: {image: nginx, env_file: [web.env]}}")
                .file("web.env", "PASSWORD=abc\n");

        Publication publication = publication(false);

        assertThat(publication.files()).hasSize(1);
        assertThat(publication.files().get(0).text()).contains("web.env]");
        assertThat(texts(publication, Concern.Kind.LEFT_OUT)).containsExactly("services.web.env_file: web.env");
        assertThat(texts(publication, Concern.Kind.VARIABLES)).containsExactly("services.web.env_file: web.env");
    }

    @Test
    void tellsWhatShouldNotGetOutByMistakeButNotTheSecretItself() {
        String token = "ghp_1234567890abcdefghijklmnopqrstuvwxyz";
        folder.file("compose.yaml", """
                        services:
                          web:
                            image: nginx
                            environment:
                              DB_PASSWORD: swordfish
                              DB_PASSWORD_FILE: /run/secrets/db
                              API_KEY: ${API_KEY}
                              EMPTY_TOKEN: ""
                              LEVEL: debug
                            volumes: [./data:/data, named:/named]
                            configs: [motd]
                          list:
                            image: nginx
                            environment: [ADMIN_SECRET=abc, OTHER_SECRET, "T_TOKEN=${T}"]
                            labels: {token: %s}
                        volumes: {named: {}}
                        configs:
                          motd: {content: "hello"}
                          page: {content: "${PAGE}"}
                          file: {file: ./page.html}
                        """.formatted(token)).file("page.html", "x");

        Publication publication = publication(false);

        assertThat(texts(publication, Concern.Kind.VARIABLES))
                .containsExactlyInAnyOrder(
                        "services.web.environment.DB_PASSWORD: its value is written in the file",
                        "services.list.environment.ADMIN_SECRET: its value is written in the file",
                        "configs.motd: its content is written in the file");
        assertThat(texts(publication, Concern.Kind.SENSITIVE))
                .containsExactly("compose.yaml:15: looks like: GitHub token");
        assertThat(texts(publication, Concern.Kind.BIND_MOUNT))
                .containsExactly("services.web.volumes: " + folder.path("data") + ":/data");
        assertThat(texts(publication, Concern.Kind.LEFT_OUT))
                .containsExactly("configs.file.file: " + folder.path("page.html"));
        assertThat(publication.concerns().toString()).doesNotContain("swordfish", token);
        assertThat(publication(true).concerns(Concern.Kind.VARIABLES)).hasSize(1);
    }

    @Test
    void refusesWhatOnlyThisMachineHas() {
        folder.file("compose.yaml", """
                        include:
                          - other.yaml
                        services:
                          web:
                            build: .
                        """).file("other.yaml", "services: {db: {image: postgres}}");

        assertThatThrownBy(() -> publication(true))
                .isInstanceOf(ComposeFileException.class)
                .hasMessageContaining("compose.yaml:2:5: include: a project that includes a local file cannot be")
                .hasMessageContaining(
                        "services.web: cannot be published: its image is only built here; give it a name");
    }

    @Test
    void takesStandardInput() {
        String text = "services: {web: {image: nginx}}";

        Publication publication = folder.file(".keep", "")
                .loader()
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .build()
                .publication(false);

        assertThat(publication.files())
                .containsExactly(new ArtifactFile(ArtifactFile.Kind.COMPOSE, "compose.yaml", text));
    }

    @Test
    void addsTheDigestsOfImagesAsAnOverride() {
        folder.file("compose.yaml", "services: {web: {image: nginx, command: [x]}}");
        Publication publication = publication(false);
        Project pinned = folder.file(
                        "compose.override.yaml", "services: {web: {image: nginx@sha256:" + "0".repeat(64) + "}}")
                .load();

        Project again = loadedAgain(publication.withImages(pinned));

        assertThat(ProjectFolder.service(again, "web").image()).isEqualTo("nginx@sha256:" + "0".repeat(64));
        assertThat(ProjectFolder.service(again, "web").command()).containsExactly("x");
    }
}
