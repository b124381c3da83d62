package io.github.jcompose.runtime.build.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextArchiveTest {
    private static final Build USUAL = Build.builder().build();

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] bytes(LocalContext context) throws IOException {
        try (InputStream archive = context.archive()) {
            return archive.readAllBytes();
        }
    }

    private LocalContext context(Build build) {
        return LocalContext.of("services.web.build", folder, build);
    }

    private static Map<String, TarArchiveEntry> entries(byte[] tar, Map<String, String> texts) throws IOException {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), entry);
                texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private Map<String, TarArchiveEntry> entries(Build build) throws IOException {
        return entries(bytes(context(build)), new LinkedHashMap<>());
    }

    @Test
    void sendsFilesSortedWithModesAndTimesAndNoOwners() throws IOException {
        write("Dockerfile", "FROM scratch");
        write("b/run.sh", "#!/bin/sh");
        write("a.txt", "a");
        Files.setPosixFilePermissions(folder.resolve("b/run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.from(Instant.parse("2020-02-03T04:05:06.789Z")));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("b/run.sh"));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("/nowhere"));

        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, TarArchiveEntry> entries = entries(bytes(context(USUAL)), texts);

        assertThat(entries.keySet()).containsExactly("Dockerfile", "a.txt", "b/", "b/run.sh", "dangling", "link");
        assertThat(texts).containsEntry("b/run.sh", "#!/bin/sh").containsEntry("a.txt", "a");
        assertThat(Objects.requireNonNull(entries.get("b/run.sh")).getMode() & 07777)
                .isEqualTo(0751);
        assertThat(Objects.requireNonNull(entries.get("a.txt"))
                        .getLastModifiedTime()
                        .toInstant())
                .isEqualTo("2020-02-03T04:05:06Z");
        assertThat(Objects.requireNonNull(entries.get("link")).isSymbolicLink()).isTrue();
        assertThat(Objects.requireNonNull(entries.get("link")).getLinkName()).isEqualTo("b/run.sh");
        assertThat(entries.values()).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.getLongGroupId()).isZero();
            assertThat(entry.getUserName()).isEmpty();
        });
    }

    @Test
    void sendsTheSameArchiveForTheSameFiles() throws IOException {
        write("Dockerfile", "FROM scratch");
        write("a/b", "x");

        assertThat(bytes(context(USUAL))).isEqualTo(bytes(context(USUAL)));
    }

    @Test
    void sendsAnExcludedFolderOnlyForWhatIsTakenBack() throws IOException {
        write("Dockerfile", "FROM scratch");
        write(".dockerignore", "*\n!keep/deep/*.txt\n");
        write("keep/deep/a.txt", "");
        write("keep/deep/a.bin", "");
        write("keep/other/b.txt", "");
        write("out/c.txt", "");

        assertThat(entries(USUAL).keySet())
                .containsExactly(".dockerignore", "Dockerfile", "keep/", "keep/deep/", "keep/deep/a.txt");
    }

    @Test
    void prefersTheIgnoreFileOfTheDockerfile() throws IOException {
        write("docker/web.Dockerfile", "FROM scratch");
        write("docker/web.Dockerfile.dockerignore", "b\n");
        write(".dockerignore", "a\n");
        write("a", "");
        write("b", "");

        assertThat(entries(Build.builder().dockerfile("docker/web.Dockerfile").build())
                        .keySet())
                .contains("a", "docker/web.Dockerfile")
                .doesNotContain("b");
    }

    @Test
    void addsADockerfileFromTheComposeFileUnderANameThatNoCopySees() throws IOException {
        write(".dockerignore", "secret");
        write("secret", "");
        write("a", "");
        LocalContext context =
                context(Build.builder().dockerfileInline("FROM busybox\n").build());

        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, TarArchiveEntry> entries = entries(bytes(context), texts);

        assertThat(context.dockerfile()).startsWith(".dockerfile.");
        assertThat(entries.keySet()).containsExactlyInAnyOrder("a", ".dockerignore", context.dockerfile());
        assertThat(texts)
                .containsEntry(context.dockerfile(), "FROM busybox\n")
                .containsEntry(".dockerignore", "secret\n" + context.dockerfile() + "\n");
    }

    @Test
    void addsADockerfileFromOutsideTheContext() throws IOException {
        write("ctx/a", "");
        write("Dockerfile", "FROM outside");
        LocalContext context = LocalContext.of(
                "services.web.build",
                folder.resolve("ctx"),
                Build.builder().dockerfile("../Dockerfile").build());

        Map<String, String> texts = new LinkedHashMap<>();
        entries(bytes(context), texts);

        assertThat(texts.keySet()).containsExactlyInAnyOrder("a", ".dockerignore", context.dockerfile());
        assertThat(texts).containsEntry(context.dockerfile(), "FROM outside");
    }

    @Test
    void keepsLongAndForeignNamesAndLargeSizes() throws IOException {
        String name = "日本/" + "x".repeat(150) + "/" + "y".repeat(120);
        write("Dockerfile", "FROM scratch");
        write(name, "long");

        assertThat(entries(USUAL)).containsKey(name);
    }

    @Test
    void holdsOnlyAPartOfALargeFileInMemory() throws IOException {
        write("Dockerfile", "FROM scratch");
        long size = 3L << 30;
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            sparse.setLength(size);
        }
        long sent = 0;
        byte[] buffer = new byte[1 << 20];
        try (InputStream archive = context(USUAL).archive()) {
            for (int count = archive.read(buffer); count >= 0; count = archive.read(buffer)) {
                sent += count;
            }
        }

        assertThat(sent).isBetween(size, size + 20_000);
    }

    @Test
    void tellsOfAFileThatCannotBeRead() throws IOException {
        write("Dockerfile", "FROM scratch");

        assertThatThrownBy(() -> context(Build.builder().dockerfile("Other").build()))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.dockerfile: there is no file "
                        + folder.toRealPath().resolve("Other"));
        assertThatThrownBy(() -> LocalContext.of("services.web.build", folder.resolve("none"), USUAL))
                .isInstanceOf(ComposeException.class)
                .hasMessage("services.web.build.context: there is no folder " + folder.resolve("none"));
    }
}
