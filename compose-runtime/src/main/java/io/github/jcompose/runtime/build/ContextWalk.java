package io.github.jcompose.runtime.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a context, sorted by name and folders before what is in them. Only the names in the open folders are
 * in memory.
 */
final class ContextWalk {
    /** An open folder; while unsent is set, nothing in it was found that is not left out. */
    private static final class Level {
        private final String prefix;
        private final Iterator<Path> entries;
        private final BitSet matching;
        private @Nullable ContextFile unsent;

        Level(String prefix, Iterator<Path> entries, BitSet matching, @Nullable ContextFile unsent) {
            this.prefix = prefix;
            this.entries = entries;
            this.matching = matching;
            this.unsent = unsent;
        }
    }

    private final DockerIgnore ignore;
    private final Deque<Level> open = new ArrayDeque<>();
    private final Deque<ContextFile> ready = new ArrayDeque<>();

    ContextWalk(Path folder, DockerIgnore ignore) throws IOException {
        this.ignore = ignore;
        open.addLast(new Level("", list(folder), new BitSet(), null));
    }

    private static Iterator<Path> list(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        entries.sort(Comparator.comparing(path -> String.valueOf(path.getFileName())));
        return entries.iterator();
    }

    /** {@return the next entry; null behind the last} */
    @Nullable
    ContextFile next() throws IOException {
        while (ready.isEmpty() && !open.isEmpty()) {
            Level level = open.getLast();
            if (level.entries.hasNext()) {
                visit(level, level.entries.next());
            } else {
                open.removeLast();
            }
        }
        return ready.pollFirst();
    }

    private void visit(Level level, Path path) throws IOException {
        ContextFile file = ContextFile.read(level.prefix + path.getFileName(), path);
        if (file.kind() == ContextFile.Kind.FOLDER) {
            BitSet matching = ignore.matching(level.matching, file.name());
            boolean excluded = ignore.excludes(matching);
            if (excluded && !ignore.mayTakeBack(file.name())) {
                return;
            }
            if (!excluded) {
                send(file);
            }
            open.addLast(new Level(file.name() + "/", list(path), matching, excluded ? file : null));
        } else if (file.kind() != ContextFile.Kind.OTHER && !ignore.excludes(level.matching, file.name())) {
            send(file);
        }
    }

    private void send(ContextFile file) {
        for (Level level : open) {
            if (level.unsent != null) {
                ready.addLast(level.unsent);
                level.unsent = null;
            }
        }
        ready.addLast(file);
    }
}
