package io.github.jcompose.runtime.provide;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A program of the user's that is run for a moment.
 *
 * @param environment all of its variables
 */
record Program(Path file, Map<String, String> environment) {
    private static final int TAIL = 2048;

    /**
     * Runs it to its end; interrupting the thread ends it.
     *
     * @param line takes each line of its output as it comes; if it throws, the program is ended
     * @throws ComposeException if it cannot be run or ends with another code than 0
     */
    void run(List<String> arguments, Consumer<String> line) {
        Process process = start(arguments);
        StringBuilder errors = new StringBuilder();
        CompletableFuture<Void> output = reading(process.getInputStream(), line);
        CompletableFuture<Void> complaints =
                reading(process.getErrorStream(), text -> errors.append(text).append('\n'));
        try {
            // What it has started may hold its output open for longer than it lives itself, so a refusal is not kept
            // waiting for the end of that.
            output.get();
            int code = process.waitFor();
            complaints.get();
            if (code != 0) {
                throw new ComposeException(
                        file.getFileName() + " " + String.join(" ", arguments) + " ended with exit code " + code
                                + tail(errors.toString().strip()));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while " + file + " ran", e);
        } finally {
            end(process);
        }
    }

    /** With what it has started: that would hold its output open. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private Process start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new ComposeException("cannot run " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * In a thread of its own, because reading from a process cannot be interrupted.
     *
     * @return comes to its end with the stream, or with what the taker of a line has thrown
     */
    private CompletableFuture<Void> reading(InputStream stream, Consumer<String> line) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader reader =
                            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                            line.accept(text);
                        }
                    } catch (IOException e) {
                        // The program was ended.
                    } catch (RuntimeException e) {
                        end.completeExceptionally(e);
                    }
                    end.complete(null);
                },
                "jcompose-" + file.getFileName());
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static String tail(String text) {
        String tail = text.length() > TAIL ? text.substring(text.length() - TAIL) : text;
        return tail.isEmpty() ? "" : ": " + tail;
    }

    /** {@return all of its output} */
    String output(List<String> arguments) {
        StringBuilder output = new StringBuilder();
        run(arguments, line -> output.append(line).append('\n'));
        return output.toString();
    }
}
