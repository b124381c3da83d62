package io.github.jcompose.cli;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Nearest;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.command.Command;
import io.github.jcompose.cli.command.Commands;
import io.github.jcompose.cli.command.Completing;
import io.github.jcompose.cli.command.EnvFileVariables;
import io.github.jcompose.cli.command.GlobalFlags;
import io.github.jcompose.cli.command.Help;
import io.github.jcompose.cli.command.Invocation;
import io.github.jcompose.cli.log.OutputClosedException;
import io.github.jcompose.cli.progress.LogLevel;
import io.github.jcompose.cli.progress.ProgressView;
import io.github.jcompose.cli.terminal.AnsiMode;
import io.github.jcompose.cli.terminal.Signals;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.model.ComposeException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line interface. It uses nothing of the process but what it is given. */
public final class Cli {
    private static final int FAILURE = 1;
    /** What a shell reports of a program that wrote to a closed pipe. */
    private static final int OUTPUT_CLOSED = 141;

    private final Surroundings surroundings;
    private final Signals signals;
    private final boolean plugin;
    private final Help help;

    Cli(Surroundings surroundings, Signals signals) {
        this.surroundings = surroundings;
        this.signals = signals;
        this.plugin = PluginCall.is(surroundings.environment());
        this.help = new Help(plugin ? "docker compose" : "jcompose");
    }

    /**
     * Runs one command line, without a terminal.
     *
     * @param arguments the words after {@code jcompose}
     * @param environment the variables
     * @return the exit code
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        Surroundings surroundings = new Surroundings(environment, in, out, err, Path.of(""), Terminal.none());
        return new Cli(surroundings, Signals.none()).run(arguments);
    }

    /** {@return the exit code of the command line} */
    int run(List<String> words) {
        try {
            if (words.size() == 1 && words.get(0).equals(PluginCall.METADATA)) {
                surroundings.out().println(PluginCall.metadata());
                return 0;
            }
            return dispatch(plugin ? PluginCall.withoutName(words) : words);
        } catch (UsageException e) {
            return refuse(e, null);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    private int dispatch(List<String> words) {
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals(Completing.WORD) || first.equals(Completing.WITHOUT_DESCRIPTIONS)) {
            Completing.run(words.subList(1, words.size()), surroundings, first.equals(Completing.WORD));
            return 0;
        }
        Arguments global = GlobalFlags.ALL.parse(words);
        if (global.is(GlobalFlags.VERSION)) {
            return runCommand("version", global, List.of());
        }
        List<String> rest = global.rest();
        if (rest.isEmpty() || global.is(GlobalFlags.HELP) || rest.get(0).equals("help")) {
            return help(rest);
        }
        return runCommand(rest.get(0), global, rest.subList(1, rest.size()));
    }

    private int runCommand(String name, Arguments global, List<String> words) {
        Command command = Commands.named(name);
        if (command == null) {
            return unknown(name);
        }
        try {
            Arguments arguments = command.synopsis()
                    .flags()
                    .and(GlobalFlags.DRY_RUN, GlobalFlags.HELP)
                    .parse(words);
            if (arguments.is(GlobalFlags.HELP)) {
                surroundings.out().print(help.of(command.synopsis()));
                return 0;
            }
            if (command.asksEngine(arguments)) {
                EngineAhead.prepare();
            }
            return execute(command, global, arguments);
        } catch (UsageException e) {
            return refuse(e, command);
        }
    }

    private int execute(Command command, Arguments global, Arguments arguments) {
        Surroundings surroundings = EnvFileVariables.in(this.surroundings, global);
        boolean debug = global.is(GlobalFlags.DEBUG)
                || "debug".equals(global.text(GlobalFlags.LOG_LEVEL))
                || global.is(GlobalFlags.VERBOSE);
        String asked = global.is(GlobalFlags.NO_ANSI) ? "never" : global.text(GlobalFlags.ANSI);
        AnsiMode ansi = AnsiMode.of(asked, surroundings);
        LogLevel level = LogLevel.of(global.text(GlobalFlags.LOG_LEVEL));
        String progress = global.text(GlobalFlags.PROGRESS);
        String name = command.synopsis().name();
        try (ProgressView view = level.of(Views.of(progress, name, ansi, surroundings))) {
            try {
                return command.run(new Invocation(global, arguments, surroundings, ansi, view, signals));
            } catch (UsageException e) {
                throw e;
            } catch (OutputClosedException e) {
                return OUTPUT_CLOSED;
            } catch (ComposeException | UncheckedIOException e) {
                return fail(view, e, String.valueOf(e.getMessage()), debug);
            } catch (RuntimeException e) {
                String advice = debug ? "" : "; run with --debug to see where it came from";
                return fail(view, e, "internal error: " + e + advice, debug);
            }
        }
    }

    private int fail(ProgressView view, RuntimeException cause, String message, boolean debug) {
        view.error(message);
        if (debug) {
            cause.printStackTrace(surroundings.err());
        }
        return FAILURE;
    }

    private int help(List<String> words) {
        List<String> names = words.stream().filter(word -> !word.equals("help")).toList();
        if (names.isEmpty()) {
            surroundings.out().print(help.overview());
            return 0;
        }
        Command command = Commands.named(names.get(0));
        if (command == null) {
            return unknown(names.get(0));
        }
        surroundings.out().print(help.of(command.synopsis()));
        return 0;
    }

    private int unknown(String name) {
        if (Commands.LATER.contains(name)) {
            surroundings.err().println("jcompose does not have the command '" + name + "' of docker compose yet");
            return FAILURE;
        }
        String near = Nearest.to(name, Commands.NAMES);
        String hint = near == null ? "" : "; did you mean \"" + near + "\"?";
        return refuse(new UsageException("unknown jcompose command: \"" + name + "\"" + hint), null);
    }

    private int refuse(UsageException problem, @Nullable Command command) {
        PrintStream err = surroundings.err();
        err.println(problem.getMessage());
        err.println();
        if (command == null) {
            err.println("Usage:  " + help.program() + " [OPTIONS] COMMAND");
            err.println();
            err.println("Run '" + help.program() + " --help' for the list of commands and options.");
        } else {
            err.println(help.usage(command.synopsis()));
            err.println();
            err.println("Run '" + help.program() + " " + command.synopsis().name() + " --help' for more information.");
        }
        return FAILURE;
    }
}
