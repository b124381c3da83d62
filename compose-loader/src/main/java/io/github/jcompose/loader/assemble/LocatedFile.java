package io.github.jcompose.loader.assemble;

import io.github.jcompose.loader.tree.Confinement;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on this machine.
 *
 * @param path absolute
 * @param confinement what the file must not leave; null for a local file, which may name any other
 */
public record LocatedFile(Path path, @Nullable Confinement confinement) {}
