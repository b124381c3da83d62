package io.github.jcompose.runtime.engine.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts a process and speaks over its standard streams.
 *
 * @param command the program and its arguments
 */
record ProcessDialer(List<String> command) implements Dialer {
    @Override
    public Wire dial(Duration limit) throws IOException {
        // A file, since a pipe that nobody reads would stop the process when it is full.
        Path complaints = Files.createTempFile("jcompose-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            return Wire.of(new ProcessTransport(process, complaints));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(complaints);
            throw e;
        }
    }
}
