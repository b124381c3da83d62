package io.github.jcompose.cli.command;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * A file that is written in full or not at all: under another name first, so that nobody takes a half of it for the whole
 * and what was there before is not lost when the disk is full.
 */
final class WholeFile {
    private WholeFile() {}

    /** Puts the bytes out. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Writes the text.
     *
     * @throws ComposeException if it cannot be written; the file is as it was then
     */
    static void write(Path target, String text) {
        write(target, false, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes the content.
     *
     * @param mine whether nobody else may read it
     * @throws ComposeException if it cannot be written; the file is as it was then
     */
    static void write(Path target, boolean mine, Content content) {
        try {
            // What is behind a link is written, as by anybody else.
            Path file = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
            boolean there = Files.exists(file);
            if (Files.isDirectory(file)) {
                throw new ComposeException("cannot write to " + target + ": it is a folder");
            } else if (there && (!Files.isRegularFile(file) || !Files.isWritable(file))) {
                directly(file, content);
            } else {
                beside(file, there, mine, content);
            }
        } catch (Unwritable e) {
            throw new ComposeException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ComposeException("cannot write to " + target + ": " + reason(e, target), e);
        }
    }

    /** A pipe, a device; or a file that may not be written, which says so. */
    private static void directly(Path file, Content content) throws IOException {
        try (OutputStream out = new Named(Files.newOutputStream(file), file)) {
            content.to(out);
        }
    }

    private static void beside(Path file, boolean there, boolean mine, Content content) throws IOException {
        Path part = file.resolveSibling(".jcompose-" + UUID.randomUUID() + ".part");
        OutputStream created;
        try {
            created = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            // No new names in this folder.
            directly(file, content);
            return;
        }
        try {
            try (OutputStream out = new Named(created, file)) {
                PosixFileAttributeView rights = Files.getFileAttributeView(part, PosixFileAttributeView.class);
                if (rights != null && mine) {
                    rights.setPermissions(PosixFilePermissions.fromString("rw-------"));
                } else if (rights != null && there) {
                    rights.setPermissions(Files.getPosixFilePermissions(file));
                }
                content.to(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String reason(IOException e, Path target) {
        if (e instanceof NoSuchFileException) {
            return "there is no folder " + target.toAbsolutePath().getParent();
        }
        return IoReason.of(e);
    }

    /** Names the file when it cannot be written, whoever writes to it. */
    private static final class Named extends FilterOutputStream {
        private final Path file;

        Named(OutputStream out, Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new Unwritable("cannot write to " + file + ": " + reason(e, file), e);
            }
        }
    }

    private static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;

        Unwritable(String message, IOException cause) {
            super(message, cause);
        }
    }
}
