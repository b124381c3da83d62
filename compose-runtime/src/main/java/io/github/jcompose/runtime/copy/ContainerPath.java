package io.github.jcompose.runtime.copy;

import io.github.jcompose.runtime.archive.SlashPath;

/** Paths in a container, which have slashes whatever machine this is. */
final class ContainerPath {
    private ContainerPath() {}

    /** {@return the path without empty parts, {@code .} and {@code ..}, from the root} */
    static String clean(String path) {
        return "/" + SlashPath.normal(path);
    }

    /** {@return the folder that a clean path is in} */
    static String parent(String clean) {
        int slash = clean.lastIndexOf('/');
        return slash <= 0 ? "/" : clean.substring(0, slash);
    }

    /** {@return the last part of a clean path; empty for the root} */
    static String name(String clean) {
        return clean.substring(clean.lastIndexOf('/') + 1);
    }

    /** {@return where a link leads that is at the clean path} */
    static String target(String clean, String link) {
        return clean(link.startsWith("/") ? link : parent(clean) + "/" + link);
    }

    /** {@return whether the path says that it means a folder: by a slash or {@code /.} at its end} */
    static boolean meansFolder(String path) {
        return path.endsWith("/") || meansContent(path);
    }

    /** {@return whether the path means what is in a folder, not the folder: by {@code /.} at its end} */
    static boolean meansContent(String path) {
        return path.equals(".") || path.endsWith("/.");
    }
}
