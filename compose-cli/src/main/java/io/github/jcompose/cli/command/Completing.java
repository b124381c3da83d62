package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.complete.Completer;
import io.github.jcompose.cli.complete.Completer.Shape;
import io.github.jcompose.cli.complete.Completion;
import io.github.jcompose.cli.progress.QuietProgress;
import io.github.jcompose.cli.terminal.AnsiMode;
import io.github.jcompose.cli.terminal.Signals;
import io.github.jcompose.cli.terminal.Surroundings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code __complete}, which completion scripts call, those of docker too: a line for each candidate, and at the
 * end a colon with a number that says what else to do.
 */
public final class Completing {
    /** The word that asks for candidates with what they mean. */
    public static final String WORD = "__complete";
    /** The word that asks for candidates alone. */
    public static final String WITHOUT_DESCRIPTIONS = "__completeNoDesc";

    private Completing() {}

    /** Prints what the last of the words may become. */
    public static void run(List<String> words, Surroundings surroundings, boolean described) {
        Arguments global = global(words);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Invocation call = new Invocation(
                global,
                GlobalFlags.ALL.parse(List.of()),
                surroundings,
                AnsiMode.NEVER,
                new QuietProgress(nowhere, Clock.systemUTC()),
                Signals.none());
        Completer completer = new Completer(GlobalFlags.ALL, commands(), Completing::shape, new KnownNames(call));
        Completion completion = completer.complete(words);
        for (String candidate : completion.candidates()) {
            int tab = candidate.indexOf('\t');
            surroundings.out().println(described || tab < 0 ? candidate : candidate.substring(0, tab));
        }
        surroundings.out().println(":" + completion.directive().number());
    }

    /** The last word is not finished, and those before it may be wrong. */
    private static Arguments global(List<String> words) {
        try {
            return GlobalFlags.ALL.parse(words.subList(0, Math.max(0, words.size() - 1)));
        } catch (UsageException e) {
            return GlobalFlags.ALL.parse(List.of());
        }
    }

    private static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String name : Commands.NAMES) {
            Command command = Commands.named(name);
            if (command != null) {
                commands.add(name + "\t" + command.synopsis().summary());
            }
        }
        commands.add("help\tShow how a command is used");
        return commands;
    }

    private static @Nullable Shape shape(String name) {
        Command command = Commands.named(name);
        if (command == null) {
            return null;
        }
        Synopsis synopsis = command.synopsis();
        return new Shape(synopsis.arguments(), synopsis.flags().and(GlobalFlags.DRY_RUN, GlobalFlags.HELP));
    }
}
