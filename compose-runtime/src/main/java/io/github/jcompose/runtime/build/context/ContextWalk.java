package io.github.jcompose.runtime.build.context;

import io.github.jcompose.model.CodePointOrder;
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
public final class ContextWalk {
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
    private final IncludedPaths included;
    private final Deque<Level> open = new ArrayDeque<>();
    private final Deque<ContextFile> ready = new ArrayDeque<>();

    /**
     * Begins at a folder.
     *
     * @throws IOException if it cannot be read
     */
    public ContextWalk(Path folder, DockerIgnore ignore, IncludedPaths included) throws IOException {
        this.ignore = ignore;
        this.included = included;
        open.addLast(new Level("", list(folder), new BitSet(), null));
    }

    private static Iterator<Path> list(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        // The order of bytes: a receiver may insist on it.
        entries.sort(Comparator.comparing(path -> String.valueOf(path.getFileName()), CodePointOrder.INSTANCE));
        return entries.iterator();
    }

    /**
     * {@return the next entry; null behind the last}
     *
     * @throws IOException if it cannot be read
     */
    public @Nullable ContextFile next() throws IOException {
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
        String name = level.prefix + path.getFileName();
        IncludedPaths.Cover cover = included.cover(name);
        if (cover == IncludedPaths.Cover.NOTHING) {
            return;
        }
        ContextFile file = ContextFile.read(name, path);
        boolean whole = cover == IncludedPaths.Cover.WHOLE;
        if (file.kind() == ContextFile.Kind.FOLDER) {
            BitSet matching = ignore.matching(level.matching, name);
            boolean excluded = ignore.excludes(matching);
            if (excluded && !ignore.mayTakeBack(name)) {
                return;
            }
            boolean sent = whole && !excluded;
            if (sent) {
                send(file);
            }
            open.addLast(new Level(name + "/", list(path), matching, sent ? null : file));
        } else if (whole && file.kind() != ContextFile.Kind.OTHER && !ignore.excludes(level.matching, name)) {
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
