package io.github.jcompose.runtime.build.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * A file, folder or link of a context.
 *
 * @param name relative to the context, with slashes
 * @param mode the permissions
 * @param size in bytes, of a file
 */
public record ContextFile(String name, Path path, Kind kind, int mode, FileTime modified, long size) {
    /** What it is. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** A socket or device; such a thing is not sent. */
        OTHER
    }

    private static final String WANTED = "isRegularFile,isDirectory,isSymbolicLink,size,lastModifiedTime";
    private static final int PERMISSIONS = 07777;
    /** Where files have no permissions, any of them may be a program. */
    private static final int WITHOUT_PERMISSIONS = 0755;

    static ContextFile read(String name, Path path) throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        String wanted = unix ? "unix:mode," + WANTED : WANTED;
        Map<String, Object> attributes = Files.readAttributes(path, wanted, LinkOption.NOFOLLOW_LINKS);
        int mode = attributes.get("mode") instanceof Integer bits ? bits & PERMISSIONS : WITHOUT_PERMISSIONS;
        long size = attributes.get("size") instanceof Long bytes ? bytes : 0;
        FileTime modified = attributes.get("lastModifiedTime") instanceof FileTime time ? time : FileTime.fromMillis(0);
        return new ContextFile(name, path, kind(attributes), mode, modified, size);
    }

    /**
     * {@return the content, from its beginning}
     *
     * @throws IOException if it cannot be read
     */
    public InputStream open() throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "no permission to read " + path + "; let the .dockerignore leave it out or change its mode", e);
        }
    }

    private static Kind kind(Map<String, Object> attributes) {
        if (Boolean.TRUE.equals(attributes.get("isSymbolicLink"))) {
            return Kind.LINK;
        } else if (Boolean.TRUE.equals(attributes.get("isDirectory"))) {
            return Kind.FOLDER;
        }
        return Boolean.TRUE.equals(attributes.get("isRegularFile")) ? Kind.FILE : Kind.OTHER;
    }
}
