package io.github.jcompose.cli.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A terminal with a shell in it whose screen can be read: tmux, without a window that anybody sees. */
final class Screen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;

    private Screen(Path folder) {
        this.folder = folder;
    }

    /** {@return whether there is a tmux} */
    static boolean isAvailable() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * {@return a terminal of 80 columns and 24 rows, with a shell that calls the command {@code jcompose}}
     *
     * @param jcompose where the shell runs, and with which variables
     */
    static Screen of(Launcher jcompose) {
        try {
            Path folder = Files.createTempDirectory("jcs");
            Files.createSymbolicLink(folder.resolve("jcompose"), jcompose.script());
            Screen screen = new Screen(folder);
            ProcessBuilder tmux = screen.tmux(
                    "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "env", "PS1=$ ", "ENV=", "sh");
            tmux.directory(jcompose.directory().toFile());
            Map<String, String> environment = tmux.environment();
            environment.keySet().removeIf(name -> name.startsWith("COMPOSE_") || name.startsWith("TMUX"));
            environment.put("PATH", folder + ":" + environment.get("PATH"));
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("TERM", "xterm");
            environment.putAll(jcompose.environment());
            run(tmux);
            screen.await("$");
            return screen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder tmux(String... words) {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-u", "-S", folder.resolve("socket").toString()));
        command.addAll(Arrays.asList(words));
        return new ProcessBuilder(command);
    }

    private static String run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command.command() + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Types a line and presses Enter. */
    void type(String line) {
        run(tmux("send-keys", "-l", line));
        press("Enter");
    }

    /** Presses keys, such as {@code C-c} for Ctrl-C. */
    void press(String... keys) {
        List<String> words = new ArrayList<>(List.of("send-keys"));
        words.addAll(Arrays.asList(keys));
        run(tmux(words.toArray(new String[0])));
    }

    /** Gives the window another size. */
    void resize(int columns, int rows) {
        run(tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows)));
    }

    /** {@return the lines on the screen, without empty ones at its end} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        run(tmux("capture-pane", "-p")).lines().map(String::stripTrailing).forEach(lines::add);
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** Waits until the last line is this one. */
    void await(String last) {
        await(
                "the last line is \"" + last + "\"",
                lines -> !lines.isEmpty() && lines.get(lines.size() - 1).equals(last));
    }

    /** Waits until there is such a line. */
    void awaitLine(String line) {
        await("there is a line \"" + line + "\"", lines -> lines.contains(line));
    }

    /** Waits until the screen is exactly this. */
    void awaitScreen(String text) {
        List<String> expected = text.stripTrailing().lines().toList();
        await("the screen is\n" + text, expected::equals);
    }

    private void await(String what, Predicate<List<String>> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> lines = lines();
        while (!condition.test(lines)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain until " + what + "; the screen is\n" + String.join("\n", lines));
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            lines = lines();
        }
    }

    @Override
    public void close() {
        run(tmux("kill-server"));
        try {
            Files.deleteIfExists(folder.resolve("jcompose"));
            Files.deleteIfExists(folder.resolve("socket"));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
