package io.github.jcompose.model.failure;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why a file could not be read or written, for messages that name the file themselves. */
public final class IoReason {
    private IoReason() {}

    /** {@return the reason as the system says it; the exception as text if it says none} */
    public static String of(IOException e) {
        // The message of such a one begins with the file, and is nothing else if there is no reason.
        String said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return said == null ? e.toString() : said;
    }
}
