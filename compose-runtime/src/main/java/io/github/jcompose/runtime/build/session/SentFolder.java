package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.context.ContextFile;
import io.github.jcompose.runtime.build.context.ContextWalk;
import io.github.jcompose.runtime.build.context.DockerIgnore;
import io.github.jcompose.runtime.build.context.FollowedPaths;
import io.github.jcompose.runtime.build.context.IncludedPaths;
import io.github.jcompose.runtime.build.wire.Packet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder on this machine. Everything in it belongs to root, as in any context.
 *
 * @param folder without links
 */
public record SentFolder(Path folder) implements SentFiles {
    @Override
    public Listing list(Wanted wanted) throws IOException {
        List<String> included = new ArrayList<>(wanted.includes());
        included.addAll(FollowedPaths.resolve(folder, wanted.followed()));
        ContextWalk walk = new ContextWalk(folder, DockerIgnore.of(wanted.excludes()), IncludedPaths.of(included));
        return () -> {
            ContextFile next = walk.next();
            return next == null ? null : entry(next);
        };
    }

    private static Entry entry(ContextFile file) throws IOException {
        boolean plain = file.kind() == ContextFile.Kind.FILE;
        String link = file.kind() == ContextFile.Kind.LINK
                ? Files.readSymbolicLink(file.path()).toString().replace(File.separatorChar, '/')
                : "";
        Packet.Stat stat = new Packet.Stat(
                file.name(),
                FileModes.of(file),
                plain ? file.size() : 0,
                file.modified().to(TimeUnit.NANOSECONDS),
                link);
        return new Entry(stat, plain ? file::open : null);
    }
}
