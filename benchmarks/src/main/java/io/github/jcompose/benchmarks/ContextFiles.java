package io.github.jcompose.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes files that do not compress, for builds to copy. */
public final class ContextFiles {
    private static final int FOLDER = 100;
    private static final int LARGE = 8;
    private static final int MEGABYTE = 1 << 20;

    private ContextFiles() {}

    /**
     * Writes: {@code files} and how many of 0.5 to 4 KB, or {@code bytes} and how many megabytes in eight of them, after
     * the folder.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[2]);
        Random random = new Random(1);
        if (args[1].equals("files")) {
            for (int i = 0; i < count; i++) {
                Path file = folder.resolve("d" + i / FOLDER + "/f" + i);
                if (i % FOLDER == 0) {
                    Files.createDirectories(file.getParent());
                }
                Files.write(file, noise(random, 512 + i * 37 % 3584));
            }
        } else {
            for (int i = 0; i < LARGE; i++) {
                try (OutputStream output = Files.newOutputStream(folder.resolve("large" + i))) {
                    for (int n = 0; n < count / LARGE; n++) {
                        output.write(noise(random, MEGABYTE));
                    }
                }
            }
        }
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
