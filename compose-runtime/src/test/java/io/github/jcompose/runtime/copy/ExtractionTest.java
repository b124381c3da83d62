package io.github.jcompose.runtime.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path outside = Path.of("");
    private Path root = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        outside = Files.createDirectory(folder.resolve("outside"));
        root = folder.resolve("root");
    }

    private static final class Tar {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

        Tar file(String name, String content) {
            return entry(new TarArchiveEntry(name, true), 0640, content);
        }

        Tar folder(String name, int mode) {
            return entry(new TarArchiveEntry(name + "/", true), mode, "");
        }

        Tar link(String name, String target) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK, true);
            entry.setLinkName(target);
            return entry(entry, 0777, "");
        }

        Tar hardLink(String name, String target) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK, true);
            entry.setLinkName(target);
            return entry(entry, 0644, "");
        }

        Tar special(String name, byte type) {
            return entry(new TarArchiveEntry(name, type, true), 0644, "");
        }

        private Tar entry(TarArchiveEntry entry, int mode, String content) {
            try {
                entry.setMode(mode);
                entry.setModTime(FileTime.fromMillis(1_000_000_000_000L));
                entry.setSize(content.length());
                tar.putArchiveEntry(entry);
                tar.write(content.getBytes(StandardCharsets.UTF_8));
                tar.closeArchiveEntry();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void unpack(Tar archive) throws IOException {
        archive.tar.close();
        new Extraction(root, warnings::add).unpack(new ByteArrayInputStream(archive.bytes.toByteArray()));
    }

    @Test
    void keepsContentPermissionsTimesAndLinks() throws IOException {
        unpack(new Tar()
                .folder("data", 0500)
                .file("data/a", "hello")
                .folder("data/sub", 0750)
                .link("data/sub/up", "../a")
                .hardLink("data/b", "data/a"));

        assertThat(root.resolve("a")).hasContent("hello");
        assertThat(root.resolve("b")).hasContent("hello");
        assertThat(Files.readSymbolicLink(root.resolve("sub/up"))).isEqualTo(Path.of("../a"));
        assertThat(permissions(root)).isEqualTo("r-x------");
        assertThat(permissions(root.resolve("a"))).isEqualTo("rw-r-----");
        assertThat(permissions(root.resolve("sub"))).isEqualTo("rwxr-x---");
        assertThat(Files.getLastModifiedTime(root.resolve("a")).toMillis()).isEqualTo(1_000_000_000_000L);
        assertThat(Files.getLastModifiedTime(root).toMillis()).isEqualTo(1_000_000_000_000L);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void givesTheFirstEntryTheNameOfTheTarget() throws IOException {
        unpack(new Tar().file("whatever", "x"));

        assertThat(root).hasContent("x");
    }

    @Test
    void takesWhatIsInAFolderWithoutTheFolder() throws IOException {
        unpack(new Tar()
                .folder(".", 0755)
                .file("./a", "x")
                .folder("./sub", 0755)
                .file("./sub/b", "y"));

        assertThat(root.resolve("sub/b")).hasContent("y");
    }

    @Test
    void takesTheRootOfAContainer() throws IOException {
        unpack(new Tar().folder("", 0755).file("/a", "x"));

        assertThat(root.resolve("a")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/../../outside/evil", "../outside/evil", "/etc/evil", "evil", "database/evil"})
    void refusesNamesThatLeadOutside(String name) {
        assertThatThrownBy(() -> unpack(new Tar().folder("data", 0755).file(name, "x")))
                .isInstanceOf(ComposeException.class)
                .hasMessage("refused to unpack " + name + ": it is outside of what was asked for");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesToWriteThroughALinkOfTheArchive() {
        Tar archive = new Tar()
                .folder("data", 0755)
                .link("data/link", outside.toString())
                .file("data/link/evil", "x");

        assertThatThrownBy(() -> unpack(archive))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("refused to unpack through the link ");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesToWriteThroughALinkThatIsThere() throws IOException {
        Files.createDirectory(root);
        Files.createSymbolicLink(root.resolve("link"), outside);
        Tar archive = new Tar().folder("data", 0755).file("data/link/evil", "x");

        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(ComposeException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void replacesALinkInsteadOfWritingToItsTarget() throws IOException {
        Files.createDirectory(root);
        Path victim = Files.writeString(outside.resolve("victim"), "precious");
        Files.createSymbolicLink(root.resolve("a"), victim);

        unpack(new Tar().folder("data", 0755).file("data/a", "new"));

        assertThat(victim).hasContent("precious");
        assertThat(root.resolve("a")).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(root.resolve("a"))).isFalse();
    }

    @Test
    void refusesAFirstEntryThatIsALinkWithFilesBelow() {
        assertThatThrownBy(
                        () -> unpack(new Tar().link("data", outside.toString()).file("data/evil", "x")))
                .isInstanceOf(ComposeException.class);
        assertThat(outside).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../outside/victim", "data/link", "data/missing"})
    void refusesHardLinksToWhatIsNoFileOfTheArchive(String target) throws IOException {
        Files.writeString(outside.resolve("victim"), "precious");
        Tar archive = new Tar()
                .folder("data", 0755)
                .link("data/link", outside.resolve("victim").toString())
                .hardLink("data/stolen", target);

        assertThatThrownBy(() -> unpack(archive)).isInstanceOf(ComposeException.class);
        assertThat(root.resolve("stolen")).doesNotExist();
    }

    @Test
    void leavesOutDevicesAndPipes() throws IOException {
        unpack(new Tar()
                .folder("data", 0755)
                .special("data/pipe", TarConstants.LF_FIFO)
                .special("data/disk", TarConstants.LF_BLK)
                .file("data/a", "x"));

        assertThat(root.resolve("a")).hasContent("x");
        assertThat(root.resolve("pipe")).doesNotExist();
        assertThat(root.resolve("disk")).doesNotExist();
        assertThat(warnings)
                .containsExactly(
                        "left out data/pipe: it is a device or a pipe", "left out data/disk: it is a device or a pipe");
    }

    @Test
    void doesNotTakeOverSetUserId() throws IOException {
        unpack(new Tar().entry(new TarArchiveEntry("tool", true), 06755, "x"));

        assertThat(Files.getAttribute(root, "unix:mode")).isEqualTo(0100755);
    }

    @Test
    void doesNotReplaceAFolderByAFileOrAFileByAFolder() throws IOException {
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(root.resolve("file"), "x");

        assertThatThrownBy(() -> unpack(new Tar().folder("data", 0755).file("data/sub", "x")))
                .hasMessage("cannot replace the folder " + root.resolve("sub") + " by a file");
        assertThatThrownBy(() -> unpack(new Tar().folder("data", 0755).folder("data/file", 0755)))
                .hasMessage("cannot replace the file " + root.resolve("file") + " by a folder");
    }
}
