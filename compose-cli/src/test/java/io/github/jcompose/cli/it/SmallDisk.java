package io.github.jcompose.cli.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * A file system with room for a few pages.
 *
 * @param folder where it is
 */
record SmallDisk(Path folder) implements AutoCloseable {
    /** {@return such a disk; the test is skipped where nothing can be mounted, and fails where {@code CI} is true} */
    static SmallDisk mounted() throws IOException {
        Path folder = Files.createTempDirectory("disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()) != 0) {
            Files.delete(folder);
            String message = "a full disk needs root, to mount one";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        return new SmallDisk(folder);
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
        Files.delete(folder);
    }
}
