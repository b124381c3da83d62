package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.context.ContextFile;

/** Kinds and permissions of files in the bits of Go's {@code os.FileMode}. */
final class FileModes {
    static final int PLAIN = 0644;

    private static final int FOLDER = 1 << 31;
    private static final int LINK = 1 << 27;
    private static final int SET_USER = 1 << 23;
    private static final int SET_GROUP = 1 << 22;
    private static final int STICKY = 1 << 20;

    private FileModes() {}

    static int of(ContextFile file) {
        int bits = file.mode() & 0777;
        bits |= (file.mode() & 04000) == 0 ? 0 : SET_USER;
        bits |= (file.mode() & 02000) == 0 ? 0 : SET_GROUP;
        bits |= (file.mode() & 01000) == 0 ? 0 : STICKY;
        return switch (file.kind()) {
            case FOLDER -> bits | FOLDER;
            case LINK -> bits | LINK;
            default -> bits;
        };
    }
}
