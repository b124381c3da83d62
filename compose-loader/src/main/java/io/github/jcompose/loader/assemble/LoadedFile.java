package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that has been read and parsed.
 *
 * @param source the file in messages
 * @param path where it is, absolute; for standard input the working directory joined with {@code -}
 * @param documents its documents, which a load changes
 */
public record LoadedFile(Source source, Path path, List<YamlReader.Document> documents) {}
