package io.github.jcompose.cli;

import io.github.jcompose.cli.terminal.ProcessSignals;
import io.github.jcompose.cli.terminal.ProcessTerminal;
import io.github.jcompose.cli.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The entry point of the command. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Standard output = new Standard(FileDescriptor.out);
        PrintStream out = output.stream();
        PrintStream err = new Standard(FileDescriptor.err).stream();
        int code = run(List.of(args), System.in, out, err, Path.of("").toAbsolutePath());
        System.exit(output.isComplete(err) ? code : Math.max(1, code));
    }

    /** {@return the exit code of a command line, run in a directory with what the process has of the rest} */
    static int run(List<String> words, InputStream in, PrintStream out, PrintStream err, Path directory) {
        Surroundings surroundings = new Surroundings(System.getenv(), in, out, err, directory, new ProcessTerminal());
        return new Cli(surroundings, new ProcessSignals()).run(words);
    }
}
