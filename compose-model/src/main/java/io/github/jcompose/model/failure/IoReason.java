package io.github.jcompose.model.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written. */
public final class IoReason {
    private IoReason() {}

    /** {@return the reason without the file, for messages that name it; the exception as text if it says none} */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "no such file";
        } else if (e instanceof NotDirectoryException) {
            return "not a folder";
        } else if (e instanceof FileAlreadyExistsException) {
            return "it is there already";
        } else if (e instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        // The message of such a one begins with the file, and is nothing else if there is no reason.
        String said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return said == null ? e.toString() : said;
    }

    /** {@return the file, if the exception knows it, and the reason} */
    public static String withFile(IOException e) {
        boolean named = e instanceof FileSystemException failed && failed.getFile() != null;
        return named ? ((FileSystemException) e).getFile() + ": " + of(e) : of(e);
    }
}
