package io.github.jcompose.loader.remote;

import java.nio.file.Path;

/**
 * A remote file that has been fetched.
 *
 * @param root the folder of everything that came with it, absolute; what the file names must lie in it
 * @param file the compose file, in that folder
 */
public record RemoteFile(Path root, Path file) {}
