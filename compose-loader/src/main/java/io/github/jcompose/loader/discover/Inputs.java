package io.github.jcompose.loader.discover;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a load starts from.
 *
 * @param files the files in merge order: absolute paths, remote references, or {@code -} for standard input
 * @param projectDirectory absolute; for a remote file that comes first, where the load was started
 * @param environment the variables, those of env files included
 * @param profiles the active profiles
 */
public record Inputs(
        List<String> files, Path projectDirectory, Map<String, String> environment, List<String> profiles) {
    /** The file that stands for standard input. */
    public static final String STANDARD_INPUT = "-";
}
