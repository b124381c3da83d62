package io.github.jcompose.runtime.embed;

import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one opener at a time look for a reusable environment and start it, of all threads and JVMs of a user.
 *
 * <p>It is a lock of the operating system on a file, not a claim on the engine: it ends with its process, however that
 * ends, where a claim of a killed JVM would be in the way of the next; it needs no call of the engine, of which the
 * attaching has one only; and nobody sees it as a container or a volume. Processes that do not share the file, such as
 * those of another user or in a container, are kept apart by the names of containers alone, which an engine gives away
 * once; who comes second then looks again.
 */
public final class ReuseLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 10;

    /**
     * What threads of this process hold. It has to be of the process, as the lock is: the kernel gives up all locks of a
     * process on a file as soon as any of its handles is closed, even that of one who waited in vain.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final @Nullable FileChannel channel;

    private ReuseLock(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until nobody else has the lock of that environment. Where files cannot be locked it goes on without, with a
     * warning.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public static ReuseLock take(String environment, Consumer<String> warnings) throws InterruptedException {
        return take(folder(), environment, warnings);
    }

    static ReuseLock take(Path folder, String environment, Consumer<String> warnings) throws InterruptedException {
        Path file = folder.resolve(environment + ".lock").toAbsolutePath();
        while (!HELD.add(file)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        boolean taken = false;
        try {
            ReuseLock lock = new ReuseLock(file, lock(file, warnings));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileChannel lock(Path file, Consumer<String> warnings) throws InterruptedException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!isLocked(channel)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            locked = true;
            return channel;
        } catch (IOException e) {
            warnings.accept("cannot lock " + file + ", so another JVM may start the same environment at once: "
                    + IoReason.of(e));
            return null;
        } finally {
            if (!locked) {
                close(channel);
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this process through a copy of this class, of another class loader.
            return false;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock is given up at the latest when the process ends.
            }
        }
    }

    private static Path folder() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(cache);
        return base.resolve("jcompose").resolve("reuse");
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        // The file stays: another process may wait at it, and a new file would not be the same.
        close(channel);
        HELD.remove(file);
    }
}
