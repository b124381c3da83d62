package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.EngineScope;
import io.github.jcompose.runtime.testing.RequiresEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@RequiresEngine
@Timeout(120)
class CopyIT {
    private static final CopyOptions WEB = CopyOptions.of("web");
    private static final CopyOptions FOLDER = WEB.toBuilder().localFolder(true).build();

    @TempDir
    Path folder;

    private final Recorded recorded = new Recorded();
    private final Compose compose =
            Compose.connect(ConnectOptions.builder().listener(recorded).build());
    private String name = "";

    @BeforeEach
    void start(EngineScope scope) {
        name = scope.project("x");
        Service web = Service.builder()
                .image(EngineScope.BUSYBOX)
                .command(List.of(
                        "sh",
                        "-c",
                        "mkdir -p /src/sub /there; echo f >/src/file; chmod 750 /src/file; echo s >/src/sub/s;"
                                + " ln -s file /src/link; ln -s src /dirlink; ln -s /there /to-there;"
                                + " mkfifo /src/pipe; trap exit TERM; sleep 1000 & wait"))
                .stopGracePeriod(Duration.ZERO)
                .scale(2)
                .build();
        Project project =
                Project.builder().name(name).services(Map.of("web", web)).build();
        compose.up(project, UpOptions.defaults());
        for (int index = 1; index <= 2; index++) {
            awaitFiles(index);
        }
        recorded.progress();
    }

    private void awaitFiles(int index) {
        while (true) {
            try {
                compose.copyFrom(name, at(index), "/src/pipe", new ByteArrayOutputStream());
                return;
            } catch (ComposeException e) {
                // Not made yet; the test's timeout is the limit.
                assertThat(e).hasMessageContaining("no such file or folder");
            }
        }
    }

    @AfterEach
    void close() {
        compose.close();
    }

    private static CopyOptions at(int index) {
        return WEB.toBuilder().index(index).build();
    }

    private String content(int index, String path) {
        Path copy = folder.resolve("content");
        compose.copyFrom(name, at(index), path, copy);
        try {
            return Files.readString(copy);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void copiesAFileIntoEachReplica() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx--x---"));

        compose.copyInto(name, WEB, file, "/new");
        compose.copyInto(name, WEB, file, "/there");
        compose.copyInto(name, WEB, file, "/to-there/renamed");
        compose.copyInto(name, at(2), file, "/src/file");

        assertThat(content(1, "/new")).isEqualTo("hello");
        assertThat(content(2, "/there/a")).isEqualTo("hello");
        assertThat(content(2, "/there/renamed")).isEqualTo("hello");
        assertThat(content(1, "/src/file")).isEqualTo("f\n");
        assertThat(content(2, "/src/file")).isEqualTo("hello");
        compose.copyFrom(name, WEB, "/new", folder.resolve("back"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("back"))))
                .isEqualTo("rwx--x---");
        assertThat(recorded.progress()).contains("Container " + name + "-web-2 Copied");
    }

    @Test
    void copiesFoldersByTheRulesOfCp() throws IOException {
        Path source = Files.createDirectory(folder.resolve("dir"));
        Files.writeString(source.resolve("a"), "a");

        compose.copyInto(name, WEB, source, "/new");
        compose.copyInto(name, WEB, source, "/there");
        compose.copyInto(name, WEB, source.resolve("."), "/src");
        compose.copyInto(name, WEB, source.resolve("."), "/to-there");

        assertThat(content(1, "/new/a")).isEqualTo("a");
        assertThat(content(1, "/there/dir/a")).isEqualTo("a");
        assertThat(content(1, "/src/a")).isEqualTo("a");
        assertThat(content(2, "/there/a")).isEqualTo("a");
    }

    @Test
    void refusesToCopyInWhatDoesNotGoThere() throws IOException {
        Path source = Files.createDirectory(folder.resolve("dir"));
        Path file = Files.writeString(folder.resolve("a"), "a");

        fails(() -> compose.copyInto(name, at(1), source, "/src/file"), "cannot copy the folder");
        fails(() -> compose.copyInto(name, at(1), file, "/missing/"), "there is no folder");
        fails(() -> compose.copyInto(name, at(1), file, "/src/file/"), "is not a folder");
        fails(() -> compose.copyInto(name, at(1), file, "/missing/deep"), "there is no folder /missing");
        fails(() -> compose.copyInto(name, FOLDER, file, "/new"), "is not a folder");
        fails(() -> compose.copyInto(name, WEB, folder.resolve("nope"), "/new"), "no such file or folder: ");
        fails(() -> compose.copyInto(name, at(3), file, "/new"), "service \"web\" has no container #3; there is ");
        fails(
                () -> compose.copyInto(name, CopyOptions.of("wbe"), file, "/new"),
                "service \"wbe\" has no container; project \"" + name + "\" has containers of web");
    }

    private static void fails(Runnable copy, String message) {
        assertThatThrownBy(copy::run).isInstanceOf(ComposeException.class).hasMessageContaining(message);
    }

    @Test
    void copiesOutByTheRulesOfCp() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Path existing = Files.writeString(folder.resolve("existing"), "old and longer");

        compose.copyFrom(name, WEB, "/src/file", there);
        compose.copyFrom(name, WEB, "/src/file", existing);
        compose.copyFrom(name, WEB, "src/sub", there);
        compose.copyFrom(name, WEB, "/src/sub/.", there);
        compose.copyFrom(name, FOLDER, "/src", folder.resolve("new"));

        assertThat(there.resolve("file")).hasContent("f\n");
        assertThat(existing).hasContent("f\n");
        assertThat(there.resolve("sub/s")).hasContent("s\n");
        assertThat(there.resolve("s")).hasContent("s\n");
        assertThat(folder.resolve("new/sub/s")).hasContent("s\n");
        assertThat(Files.readSymbolicLink(folder.resolve("new/link"))).isEqualTo(Path.of("file"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new/file"))))
                .isEqualTo("rwxr-x---");
        assertThat(folder.resolve("new/pipe")).doesNotExist();
        assertThat(recorded.warnings()).contains("left out src/pipe: it is a device or a pipe");
    }

    @Test
    void copiesLinksOrWhatTheyLeadTo() throws IOException {
        CopyOptions following = WEB.toBuilder().followLinks(true).build();
        Path link = Files.createSymbolicLink(folder.resolve("local"), Files.writeString(folder.resolve("a"), "a"));

        compose.copyFrom(name, WEB, "/src/link", folder.resolve("one"));
        compose.copyFrom(name, following, "/src/link", folder.resolve("two"));
        compose.copyFrom(name, following, "/dirlink", Files.createDirectory(folder.resolve("three")));
        compose.copyInto(name, WEB, link, "/there");
        compose.copyInto(name, following, link, "/new");

        assertThat(Files.readSymbolicLink(folder.resolve("one"))).isEqualTo(Path.of("file"));
        assertThat(folder.resolve("two")).hasContent("f\n").isRegularFile();
        assertThat(folder.resolve("three/dirlink/sub/s")).hasContent("s\n");
        compose.copyFrom(name, WEB, "/there/local", folder.resolve("back"));
        assertThat(Files.isSymbolicLink(folder.resolve("back"))).isTrue();
        assertThat(content(1, "/new")).isEqualTo("a");
    }

    @Test
    void refusesToCopyOutToWhatDoesNotFit() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        fails(() -> compose.copyFrom(name, WEB, "/src", file), "cannot copy the folder");
        fails(() -> compose.copyFrom(name, FOLDER, "/src/file", folder.resolve("no")), "there is no folder");
        fails(() -> compose.copyFrom(name, FOLDER, "/src/file", file), "is not a folder");
        fails(() -> compose.copyFrom(name, WEB, "/src/file", folder.resolve("no/file")), "there is no folder");
        fails(() -> compose.copyFrom(name, WEB, "/nope", folder), "no such file or folder: " + name + "-web-1:/nope");
        assertThat(recorded.progress()).contains("Container " + name + "-web-1 Error");
    }

    @Test
    void takesAndGivesArchives() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();

        compose.copyFrom(name, at(1), "/src/sub", tar);
        compose.copyInto(name, WEB, new ByteArrayInputStream(tar.toByteArray()), "/there");

        assertThat(content(1, "/there/sub/s")).isEqualTo("s\n");
        assertThat(content(2, "/there/sub/s")).isEqualTo("s\n");
        fails(
                () -> compose.copyInto(name, at(1), new ByteArrayInputStream(new byte[0]), "/src/file"),
                "is not a folder, so that no archive can be unpacked there");
    }

    @Test
    void worksOnContainersThatAreStopped() throws IOException {
        compose.stop(name, StopOptions.defaults());

        compose.copyInto(name, WEB, Files.writeString(folder.resolve("a"), "a"), "/new");

        assertThat(content(2, "/new")).isEqualTo("a");
    }

    @Test
    void givesFilesTheOwnerThatTheContainerRunsAs(Engine engine) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a");

        compose.copyInto(name, at(1).toBuilder().owners(true).build(), file, "/new");

        assertThat(engine.containers().stat(name + "-web-1", "/new")).isPresent();
    }

    @Test
    void doesNotHoldLargeFilesInMemory() throws IOException {
        Path big = folder.resolve("big");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        Path back = folder.resolve("back");
        long before = used();

        compose.copyInto(name, at(1), big, "/big");
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            compose.copyFrom(name, at(1), "/big", nowhere);
        }
        compose.copyFrom(name, at(1), "/big", back);

        assertThat(used() - before).isLessThan(64L << 20);
        assertThat(Files.size(back)).isEqualTo(200L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
