package io.github.jcompose.cli.complete;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.complete.Completion.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what the last word of a command line may become. */
public final class Completer {
    /**
     * What is known of a command.
     *
     * @param arguments what follows its flags, as its usage says
     * @param flags its flags
     */
    public record Shape(String arguments, FlagSet flags) {}

    private final FlagSet global;
    private final List<String> commands;
    private final Function<String, @Nullable Shape> shapes;
    private final Names names;

    /**
     * @param global the flags before the command
     * @param commands the names of the commands, each with a tab and its summary
     * @param shapes gives what is known of a command; null of one that there is not
     * @param names gives the names of services and the like
     */
    public Completer(FlagSet global, List<String> commands, Function<String, @Nullable Shape> shapes, Names names) {
        this.global = global;
        this.commands = commands;
        this.shapes = shapes;
        this.names = names;
    }

    /** {@return what the last of the words may become} */
    public Completion complete(List<String> words) {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        CommandLine before = new CommandLine(global);
        int next = 0;
        while (next < words.size() - 1 && before.arguments().isEmpty()) {
            before.take(words.get(next++));
        }
        if (before.arguments().isEmpty()) {
            return next(before, global, last, Completion.of(commands));
        }
        String command = before.arguments().get(0);
        if (command.equals("help")) {
            return Completion.of(commands).startingWith(last);
        }
        Shape shape = shapes.apply(command);
        if (shape == null) {
            return Completion.none();
        }
        CommandLine line = new CommandLine(shape.flags());
        while (next < words.size() - 1) {
            line.take(words.get(next++));
        }
        return next(line, shape.flags(), last, argument(shape.arguments(), line.arguments()));
    }

    private Completion next(CommandLine line, FlagSet flags, String word, Completion argument) {
        Flag open = line.open();
        if (open != null) {
            return value(open).startingWith(word);
        }
        int equals = word.indexOf('=');
        if (line.takesFlags() && word.startsWith("-") && equals > 0) {
            Flag flag = line.flagOf(word.substring(0, equals));
            return flag == null ? Completion.none() : prefixed(value(flag), word.substring(0, equals + 1), word);
        } else if (line.takesFlags() && word.startsWith("-")) {
            return Completion.of(flagNames(flags)).startingWith(word);
        }
        return argument.startingWith(word);
    }

    private static Completion prefixed(Completion values, String prefix, String word) {
        List<String> all =
                values.candidates().stream().map(value -> prefix + value).toList();
        return new Completion(all, values.directive()).startingWith(word);
    }

    private static List<String> flagNames(FlagSet flags) {
        List<String> all = new ArrayList<>();
        for (Flag flag : flags.flags()) {
            if (!flag.hidden()) {
                all.add("--" + flag.name() + "\t" + flag.help());
            }
        }
        return all;
    }

    /** The usage of a command says what its arguments are: a word in capitals stands for a name of that kind. */
    private Completion argument(String usage, List<String> given) {
        String word = kindOf(usage, given.size());
        return switch (word) {
            case "SERVICE" -> Completion.of(without(names.services(), given));
            case "SERVICE=NUM" ->
                new Completion(names.services().stream().map(name -> name + "=").toList(), Directive.NO_SPACE);
            case "SERVICE:PATH" -> {
                List<String> paths =
                        names.services().stream().map(name -> name + ":").toList();
                yield new Completion(paths, Directive.FILES);
            }
            case "" -> Completion.none();
            default -> choices(word);
        };
    }

    private static Completion choices(String word) {
        boolean choice = word.indexOf('|') > 0 && word.equals(word.toLowerCase(Locale.ROOT));
        return choice ? Completion.of(List.of(word.split("\\|", -1))) : Completion.files();
    }

    /** {@return the kind of the argument at that place; empty if none may stand there} */
    private static String kindOf(String usage, int place) {
        String[] words = usage.isEmpty() ? new String[0] : usage.split(" ", -1);
        int last = words.length - 1;
        if (last < 0 || (place > last && !words[last].contains("..."))) {
            return "";
        }
        return words[Math.min(place, last)].replace("[", "").replace("]", "").replace("...", "");
    }

    private static List<String> without(List<String> all, List<String> given) {
        return all.stream().filter(name -> !given.contains(name)).toList();
    }

    private Completion value(Flag flag) {
        if (!flag.choices().isEmpty()) {
            return Completion.of(flag.choices());
        }
        return switch (flag.name()) {
            case "profile" -> Completion.of(names.profiles());
            case "project-name" -> Completion.of(names.projects());
            case "context" -> Completion.of(names.contexts());
            default -> byKind(flag.value());
        };
    }

    private Completion byKind(String value) {
        return switch (value) {
            case "SERVICE" -> Completion.of(names.services());
            case "SERVICE=NUM" ->
                new Completion(names.services().stream().map(name -> name + "=").toList(), Directive.NO_SPACE);
            case "DIR" -> new Completion(List.of(), Directive.DIRECTORIES);
            case "FILE" -> Completion.files();
            default -> Completion.none();
        };
    }
}
