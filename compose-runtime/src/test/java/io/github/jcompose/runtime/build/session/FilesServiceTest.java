package io.github.jcompose.runtime.build.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FilesServiceTest {
    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    private FakeCall fetch(FilesService service, Map<String, List<String>> headers) throws IOException {
        FakeCall call = new FakeCall(headers);
        GrpcMethod method = Objects.requireNonNull(service.methods().get("/moby.filesync.v1.FileSync/DiffCopy"));
        method.serve(call);
        return call;
    }

    private FakeCall fetch(Map<String, List<String>> headers) throws IOException {
        return fetch(new FilesService(Map.of("context", new SentFolder(folder)), threads), headers);
    }

    @Test
    void sendsAFolderInTheOrderThatTheReceiverInsistsOn() throws IOException {
        write("a/b");
        write("a.txt");
        write("a-b/c");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a.txt"));

        FakeCall call = fetch(Map.of("dir-name", List.of("context")));

        assertThat(call.listed().stream().map(line -> line.split(" ")[0]))
                .containsExactly("a/", "a/b", "a-b/", "a-b/c", "a.txt", "link@");
        assertThat(call.sizes).isEqualTo(Map.of("a/b", 3L, "a-b/c", 5L, "a.txt", 5L));
        assertThat(call.finished).isTrue();
    }

    @Test
    void sendsWhatIsWantedWithItsFoldersAndWhatLinksLeadTo() throws IOException {
        write("src/main/a.c");
        write("src/main/a.o");
        write("src/test/b.c");
        write("real/x");
        write("other");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

        FakeCall call = fetch(Map.of(
                "dir-name", List.of("context"),
                "followpaths", List.of("src/main/*.c", "/link/x", "missing"),
                "exclude-patterns", List.of("**/*.o")));

        assertThat(call.listed().stream().map(line -> line.split(" ")[0]))
                .containsExactly("link@", "real/", "real/x", "src/", "src/main/", "src/main/a.c");
    }

    @Test
    void decodesPatternsThatAreNotAscii() throws IOException {
        write("日本");
        write("x");

        FakeCall call = fetch(Map.of(
                "dir-name", List.of("context"),
                "include-patterns", List.of("%E6%97%A5%E6%9C%AC"),
                "include-patterns-encoded", List.of("1")));

        assertThat(call.sizes).containsOnlyKeys("日本");
    }

    @Test
    void sendsTextsThatAreNoFiles() throws IOException {
        FilesService service =
                new FilesService(Map.of("dockerfile", SentFiles.ofTexts(Map.of("Dockerfile", "FROM x"))), threads);

        FakeCall call = fetch(service, Map.of("dir-name", List.of("dockerfile")));

        assertThat(call.listed()).containsExactly("Dockerfile 644");
        assertThat(call.sizes).isEqualTo(Map.of("Dockerfile", 6L));
    }

    @Test
    void givesNoAccessToOtherFolders() {
        assertThatThrownBy(() -> fetch(Map.of("dir-name", List.of("/etc"))))
                .isInstanceOf(GrpcException.class)
                .hasMessage("no access to folder /etc");
    }

    @Test
    void tellsWhatCannotBeRead() throws IOException {
        FilesService service = new FilesService(Map.of("context", new SentFolder(folder.resolve("gone"))), threads);

        FakeCall call = fetch(service, Map.of("dir-name", List.of("context")));

        assertThat(call.error).contains("gone");
        assertThat(service.failure()).hasMessageContaining("gone");
    }

    @Test
    void holdsOnlyAPartOfALargeFileInMemory() throws IOException {
        long size = 2L << 30;
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("big").toFile(), "rw")) {
            sparse.setLength(size);
        }

        FakeCall call = fetch(Map.of("dir-name", List.of("context")));

        assertThat(call.sizes).isEqualTo(Map.of("big", size));
        assertThat(call.largest).isLessThan(40_000);
    }
}
