package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.Nearest;
import io.github.jcompose.cli.args.UsageException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands for stacks of a swarm, which have names of two words. */
final class StackCommand implements Command {
    private static final List<String> NAMES = List.of("config", "deploy", "logs", "ls", "ps", "rm", "services");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stack",
                "COMMAND",
                "Run the project on a swarm: " + String.join(", ", NAMES),
                FlagSet.of().beforeArguments());
    }

    private static @Nullable Command named(String name) {
        return switch (name) {
            case "config" -> new StackConfigCommand();
            case "deploy", "up" -> new StackDeployCommand();
            case "logs" -> new StackLogsCommand();
            case "ls", "list" -> new StackLsCommand();
            case "ps" -> new StackPsCommand();
            case "rm", "down", "remove" -> new StackRmCommand();
            case "services" -> new StackServicesCommand();
            default -> null;
        };
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments().rest();
        if (words.isEmpty()) {
            call.out().print(overview());
            return 0;
        }
        Command command = named(words.get(0));
        if (command == null) {
            String near = Nearest.to(words.get(0), NAMES);
            throw new UsageException("unknown command: \"stack " + words.get(0) + "\""
                    + (near == null ? "; there are " + String.join(", ", NAMES) : "; did you mean \"" + near + "\"?"));
        }
        try {
            Arguments arguments = command.synopsis()
                    .flags()
                    .and(GlobalFlags.DRY_RUN, GlobalFlags.HELP)
                    .parse(words.subList(1, words.size()));
            if (arguments.is(GlobalFlags.HELP)) {
                call.out().print(new Help("jcompose").of(command.synopsis()));
                return 0;
            }
            return command.run(new Invocation(
                    call.global(), arguments, call.surroundings(), call.ansi(), call.view(), call.signals()));
        } catch (UsageException e) {
            return refuse(call.surroundings().err(), e, command);
        }
    }

    private static int refuse(PrintStream err, UsageException problem, Command command) {
        err.println(problem.getMessage());
        err.println();
        err.println(new Help("jcompose").usage(command.synopsis()));
        err.println();
        err.println("Run 'jcompose " + command.synopsis().name() + " --help' for more information.");
        return 1;
    }

    private static String overview() {
        StringBuilder text =
                new StringBuilder("Usage:  jcompose stack COMMAND\n\nRun projects on a swarm\n\nCommands:\n");
        for (String name : NAMES) {
            Command command = named(name);
            if (command != null) {
                text.append("  ")
                        .append(name)
                        .append(" ".repeat(10 - name.length()))
                        .append(command.synopsis().summary())
                        .append('\n');
            }
        }
        return text.append("\nRun 'jcompose stack COMMAND --help' for more information on a command.\n")
                .toString();
    }
}
