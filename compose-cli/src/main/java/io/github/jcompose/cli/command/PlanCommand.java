package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.Nearest;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.progress.JsonProgress;
import io.github.jcompose.cli.progress.ProgressView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Shows what another command would do, and why. */
final class PlanCommand implements Command {
    private static final Flag FORMAT =
            Flag.ofText("format", "FORMAT", "How to print it (\"text\"|\"json\"), text by default");
    private static final List<String> CHANGING = List.of(
            "build", "create", "down", "kill", "pause", "pull", "push", "restart", "rm", "scale", "start", "stop",
            "unpause", "up");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "plan",
                "[COMMAND...]",
                "Show what a command would do, and why; up if none is named",
                FlagSet.of(FORMAT).beforeArguments());
    }

    @Override
    public int run(Invocation call) {
        ProgressView view = view(call);
        List<String> words = call.arguments().rest();
        String name = words.isEmpty() ? "up" : words.get(0);
        Command command = CHANGING.contains(name) ? Commands.named(name) : null;
        if (command == null) {
            String near = Nearest.to(name, CHANGING);
            throw new UsageException("there is no plan for \"" + name + "\"; "
                    + (near == null ? "one of " + String.join(", ", CHANGING) : "did you mean \"" + near + "\"?"));
        }
        List<String> line = new ArrayList<>(List.of("--" + GlobalFlags.DRY_RUN.name()));
        line.addAll(words.subList(Math.min(1, words.size()), words.size()));
        Arguments arguments =
                command.synopsis().flags().and(GlobalFlags.DRY_RUN).parse(line);
        return command.run(
                new Invocation(call.global(), arguments, call.surroundings(), call.ansi(), view, call.signals()));
    }

    private static ProgressView view(Invocation call) {
        String format = call.arguments().text(FORMAT);
        return switch (format == null ? "text" : format) {
            case "text" -> call.view();
            case "json" -> new JsonProgress(call.surroundings().err(), Clock.systemUTC());
            default -> throw new UsageException("unsupported format \"" + format + "\": expected text or json");
        };
    }
}
