package io.github.jcompose.cli;

import io.github.jcompose.cli.terminal.ProcessSignals;
import io.github.jcompose.cli.terminal.ProcessTerminal;
import io.github.jcompose.cli.terminal.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The entry point of the command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                new ProcessTerminal());
        System.exit(new Cli(surroundings, new ProcessSignals()).run(List.of(args)));
    }

    /** Always UTF-8: compose files are, and so are the marks of progress, whatever the locale of a container says. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
