package io.github.jcompose.loader.assemble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the files of a project, or of an included one, are seen from.
 *
 * @param directory what relative paths start from, absolute
 * @param environment the variables
 * @param including the files on the way to these, the outermost first
 */
public record Scope(Path directory, Map<String, String> environment, List<Path> including) {
    Scope include(Path directory, Map<String, String> environment, Path file) {
        List<Path> chain = new ArrayList<>(including);
        chain.add(file);
        return new Scope(directory, environment, chain);
    }
}
