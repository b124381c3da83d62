package io.github.jcompose.cli.it;

import java.io.BufferedReader;
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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code ./jcompose} of this repository.
 *
 * @param script the launcher, or a link to it
 * @param directory where it runs
 * @param environment variables in place of or besides those of this process
 */
record Launcher(Path script, Path directory, Map<String, String> environment) {
    private static final Path ROOT = root();

    /** {@return the launcher, run in that directory} */
    static Launcher in(Path directory) {
        return new Launcher(ROOT.resolve("jcompose"), directory, Map.of());
    }

    /** {@return the launcher, run in a directory of the repository} */
    static Launcher inRepository(String directory) {
        return in(ROOT.resolve(directory));
    }

    Launcher with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Launcher(script, directory, more);
    }

    /** {@return what the command did} */
    Outcome run(String... arguments) {
        return reading(Path.of("/dev/null"), arguments);
    }

    /** {@return the exit code of the command, which read and wrote these files} */
    int piped(Path input, Path output, String... arguments) {
        try {
            return builder(arguments)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return what the command did with that input} */
    Outcome reading(Path input, String... arguments) {
        try {
            Path out = Files.createTempFile("jcompose", ".out");
            Path err = Files.createTempFile("jcompose", ".err");
            int code = builder(arguments)
                    .redirectInput(input.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            Outcome outcome =
                    new Outcome(String.join(" ", arguments), code, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the command, running; its error output goes where its output goes} */
    Running start(String... arguments) {
        try {
            return new Running(builder(arguments).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> words = new ArrayList<>(List.of(script.toString()));
        words.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        // The JVM that runs the tests runs the command too.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder;
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("jcompose"))) {
            Path parent = directory.getParent();
            if (parent == null) {
                throw new IllegalStateException("the tests must run within the repository");
            }
            directory = parent;
        }
        return directory;
    }

    /** What a command did. */
    record Outcome(String line, int code, String out, String err) {
        /** {@return this, which must have succeeded} */
        Outcome ok() {
            if (code != 0) {
                throw new AssertionError("jcompose " + line + ": exit code " + code + "\n" + err + out);
            }
            return this;
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** A command that runs. */
    static final class Running implements AutoCloseable {
        private final Process process;
        private final BufferedReader reader;
        private final List<String> lines = new ArrayList<>();

        Running(Process process) {
            this.process = process;
            reader = process.inputReader(StandardCharsets.UTF_8);
        }

        /** Reads on until a line holds that text. */
        void awaitLine(String text) throws IOException {
            String line;
            do {
                line = reader.readLine();
                if (line == null) {
                    throw new AssertionError("ended without \"" + text + "\":\n" + String.join("\n", lines));
                }
                lines.add(line);
            } while (!line.contains(text));
        }

        /** Asks it to end, as a terminal and a service manager do. */
        void terminate() {
            // By its handle: Process.destroy() would close the pipe that its last words come through.
            process.toHandle().destroy();
        }

        /** Sends a signal such as {@code INT}; nothing happens if it has ended. */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }

        /** {@return whether it has ended within that time} */
        boolean hasEndedWithin(Duration time) throws InterruptedException {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** {@return the exit code, once it has ended} */
        int await() throws IOException, InterruptedException {
            reader.lines().forEach(lines::add);
            return process.waitFor();
        }

        /** {@return what it has written so far} */
        List<String> lines() {
            return lines;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
