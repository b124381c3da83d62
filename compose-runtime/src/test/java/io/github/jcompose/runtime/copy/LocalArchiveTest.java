package io.github.jcompose.runtime.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalArchiveTest {
    @TempDir
    Path folder;

    private static List<TarArchiveEntry> entries(Path root, String name) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        LocalFile file = LocalFile.of(root, LinkOption.NOFOLLOW_LINKS);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new LocalArchive(file, name))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    @Test
    void holdsFoldersFilesLinksAndHardLinks() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path file = Files.writeString(root.resolve("b"), "hello");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x--x"));
        Files.createLink(root.resolve("c"), file);
        Files.createSymbolicLink(root.resolve("d"), Path.of("../elsewhere"));
        Files.createDirectory(root.resolve("a"));
        Files.writeString(root.resolve("a").resolve("é".repeat(120)), "");

        List<TarArchiveEntry> entries = entries(root, "new");

        assertThat(entries)
                .extracting(TarArchiveEntry::getName)
                .containsExactly("new/", "new/a/", "new/a/" + "é".repeat(120), "new/b", "new/c", "new/d");
        TarArchiveEntry plain = entries.get(3);
        assertThat(plain.getSize()).isEqualTo(5);
        assertThat(plain.getMode() & 07777).isEqualTo(0651);
        assertThat(plain.getLongUserId()).isEqualTo(((Number) Files.getAttribute(file, "unix:uid")).longValue());
        assertThat(plain.getLastModifiedTime().toInstant().getEpochSecond())
                .isEqualTo(Files.getLastModifiedTime(file).toInstant().getEpochSecond());
        assertThat(entries.get(4).isLink()).isTrue();
        assertThat(entries.get(4).getLinkName()).isEqualTo("new/b");
        assertThat(entries.get(5).getLinkName()).isEqualTo("../elsewhere");
    }

    @Test
    void leavesOutTheFolderItselfWhenOnlyItsContentIsMeant() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("a"), "");

        assertThat(entries(root, "")).extracting(TarArchiveEntry::getName).containsExactly("a");
    }

    @Test
    void isMadeWhileItIsRead() throws IOException {
        Path file = folder.resolve("big");
        long size = 8L << 30;
        try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(size);
        }
        long before = used();

        try (InputStream archive = new LocalArchive(LocalFile.of(file), "big")) {
            assertThat(archive.skip(64L << 20)).isEqualTo(64L << 20);
        }

        assertThat(used() - before).isLessThan(32L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
