package io.github.jcompose.kubernetes.manifest;

/**
 * A file to write.
 *
 * @param path relative to the folder of all of them, with slashes
 * @param text what is in it
 */
public record ManifestFile(String path, String text) {}
