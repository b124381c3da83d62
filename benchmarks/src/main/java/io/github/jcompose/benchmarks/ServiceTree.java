package io.github.jcompose.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a compose file whose services depend on each other as the nodes of a tree do. */
public final class ServiceTree {
    private static final int VOLUMES = 10;
    private static final int CHILDREN = 3;

    private ServiceTree() {}

    /** Writes a file: the number of services and the file's name are the arguments. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), composeFile(Integer.parseInt(args[0])));
    }

    static String composeFile(int services) {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < services; i++) {
            text.append("  s").append(i).append(":\n");
            text.append("    image: busybox:1.36\n    command: [sleep, '3600']\n");
            text.append("    volumes: ['v").append(i % VOLUMES).append(":/data']\n");
            if (i > 0) {
                text.append("    depends_on: [s").append((i - 1) / CHILDREN).append("]\n");
            }
        }
        text.append("volumes:\n");
        for (int i = 0; i < VOLUMES; i++) {
            text.append("  v").append(i).append(": {}\n");
        }
        return text.toString();
    }
}
