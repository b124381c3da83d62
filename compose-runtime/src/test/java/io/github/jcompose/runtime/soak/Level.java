package io.github.jcompose.runtime.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process holds after a round.
 *
 * @param heap bytes in use after garbage is collected
 * @param threads that live
 * @param files open files, sockets and pipes; 0 where the system does not tell
 */
record Level(long heap, int threads, long files) {
    private static final Path FILES = Path.of("/proc/self/fd");

    static Level now() {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        int threads = Thread.getAllStackTraces().size();
        if (!Files.isDirectory(FILES)) {
            return new Level(heap, threads, 0);
        }
        try (Stream<Path> files = Files.list(FILES)) {
            return new Level(heap, threads, files.filter(Level::counts).count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether it is none of the class path's, which are opened when they are first needed} */
    private static boolean counts(Path file) {
        try {
            return !Files.readSymbolicLink(file).toString().endsWith(".jar");
        } catch (IOException e) {
            return false; // Closed meanwhile.
        }
    }

    /** {@return the lowest figures of several, which idle leftovers do not blur} */
    static Level lowest(List<Level> levels) {
        return new Level(
                levels.stream().mapToLong(Level::heap).min().orElse(0),
                levels.stream().mapToInt(Level::threads).min().orElse(0),
                levels.stream().mapToLong(Level::files).min().orElse(0));
    }

    @Override
    public String toString() {
        return heap / 1024 + " KiB of heap, " + threads + " threads, " + files + " files";
    }
}
