package io.github.jcompose.runtime.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What is to be known of a file on this machine to put it into an archive.
 *
 * @param path where it is
 * @param kind what it is; a link is not followed
 * @param mode the permission bits, with those for set-user-id, set-group-id and sticky
 * @param uid of its owner; 0 where the system has no such numbers
 * @param gid of its group
 * @param size in bytes
 * @param modified when
 * @param identity the same for all names of one file; empty if it has one name only
 * @param device the number of a device
 */
record LocalFile(
        Path path,
        Kind kind,
        int mode,
        long uid,
        long gid,
        long size,
        FileTime modified,
        String identity,
        long device) {

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        PIPE,
        CHARACTER_DEVICE,
        BLOCK_DEVICE,
        OTHER
    }

    private static final int PERMISSIONS = 07777;

    /** {@return the file; what a link leads to if links are followed} */
    static LocalFile of(Path path, LinkOption... options) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, options);
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Kind kind = basic.isDirectory() ? Kind.FOLDER : basic.isSymbolicLink() ? Kind.LINK : Kind.FILE;
            int mode = kind == Kind.FILE ? 0644 : 0755;
            return new LocalFile(path, kind, mode, 0, 0, basic.size(), basic.lastModifiedTime(), "", 0);
        }
        Map<String, Object> unix = Files.readAttributes(path, "unix:mode,uid,gid,nlink,dev,ino,rdev", options);
        long mode = number(unix, "mode");
        Kind kind = kind((int) (mode >> 12));
        String identity = kind == Kind.FILE && number(unix, "nlink") > 1 ? unix.get("dev") + ":" + unix.get("ino") : "";
        return new LocalFile(
                path,
                kind,
                (int) mode & PERMISSIONS,
                number(unix, "uid"),
                number(unix, "gid"),
                basic.size(),
                basic.lastModifiedTime(),
                identity,
                number(unix, "rdev"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** The upper bits of st_mode. */
    private static Kind kind(int type) {
        return switch (type) {
            case 1 -> Kind.PIPE;
            case 2 -> Kind.CHARACTER_DEVICE;
            case 4 -> Kind.FOLDER;
            case 6 -> Kind.BLOCK_DEVICE;
            case 8 -> Kind.FILE;
            case 10 -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    /** {@return the number of the driver of a device} */
    int major() {
        return (int) ((device >> 8) & 0xfff);
    }

    /** {@return the number of the device among those of its driver} */
    int minor() {
        return (int) ((device & 0xff) | ((device >> 12) & 0xfff00));
    }
}
