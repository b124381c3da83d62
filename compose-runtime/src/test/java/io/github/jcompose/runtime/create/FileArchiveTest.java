package io.github.jcompose.runtime.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.FileMode;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class FileArchiveTest {
    private static final Project PROJECT = Project.builder()
            .name("shop")
            .configs(Map.of(
                    "motd", Config.builder().content("grüß Gott").build(),
                    "empty", Config.builder().content("").build()))
            .secrets(Map.of(
                    "token", Secret.builder().environment("TOKEN").build(),
                    "unset", Secret.builder().environment("UNSET").build(),
                    "outside", Secret.builder().external(true).build()))
            .environment(Map.of("TOKEN", "s3cret"))
            .build();

    private static List<String> entries(Service service) throws IOException {
        List<String> entries = new ArrayList<>();
        FileArchive archive = FileArchive.of(PROJECT, "web", service).orElseThrow();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive.tar())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String content = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                entries.add(entry.getName() + " " + Integer.toOctalString(entry.getMode() & 0777) + " "
                        + entry.getLongUserId() + ":" + entry.getLongGroupId() + " " + content);
            }
        }
        return entries;
    }

    @Test
    void holdsContentsAndVariablesAtTheirTargets() throws IOException {
        Service service = Service.builder()
                .secrets(List.of(FileReference.builder()
                        .source("token")
                        .uid("33")
                        .gid("34")
                        .mode(FileMode.parse("0440"))
                        .build()))
                .configs(List.of(
                        FileReference.builder()
                                .source("motd")
                                .target("/etc/motd")
                                .build(),
                        FileReference.builder().source("empty").build()))
                .build();
        assertThat(entries(service))
                .containsExactly("run/secrets/token 440 33:34 s3cret", "etc/motd 444 0:0 grüß Gott", "empty 444 0:0 ");
        assertThat(FileArchive.of(PROJECT, "web", service).orElseThrow().owners())
                .isTrue();
    }

    @Test
    void isAbsentWithoutSuchFiles() {
        assertThat(FileArchive.of(PROJECT, "web", Service.builder().build())).isEmpty();
    }

    @Test
    void namesTheVariableThatIsNotSet() {
        Service service = Service.builder()
                .secrets(List.of(FileReference.builder().source("unset").build()))
                .build();
        assertThatThrownBy(() -> FileArchive.of(PROJECT, "web", service))
                .isInstanceOf(ComposeException.class)
                .hasMessage("environment variable \"UNSET\" required by secret \"unset\" is not set");
    }

    @Test
    void rejectsWhatOnlyASwarmHas() {
        Service service = Service.builder()
                .secrets(List.of(FileReference.builder().source("outside").build()))
                .build();
        assertThatThrownBy(() -> FileArchive.of(PROJECT, "web", service))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("external");
    }

    @Test
    void rejectsAReadOnlyContainer() {
        Service service = Service.builder()
                .readOnly(true)
                .configs(List.of(FileReference.builder().source("motd").build()))
                .build();
        assertThatThrownBy(() -> FileArchive.of(PROJECT, "web", service))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("read_only: true");
    }
}
