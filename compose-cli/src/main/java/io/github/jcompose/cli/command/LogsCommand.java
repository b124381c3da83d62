package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.log.LogPrinter;
import io.github.jcompose.cli.log.LogStyle;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.LogsOptions;
import io.github.jcompose.runtime.PsOptions;
import java.util.List;

/** Shows what containers wrote. */
final class LogsCommand implements Command {
    private static final Flag FOLLOW =
            Flag.ofSwitch("follow", "Go on with what they write from now on").orLetter('f');
    private static final Flag INDEX = Flag.ofNumber("index", "NUM", "Only the container of this number");
    private static final Flag SINCE =
            Flag.ofText("since", "TIME", "Only lines since a time (2026-01-31T12:00:00Z) or a duration ago (10m)");
    private static final Flag TAIL =
            Flag.ofText("tail", "NUM", "Only the last lines of each container").orLetter('n');
    private static final Flag TIMESTAMPS =
            Flag.ofSwitch("timestamps", "Show when each line was written").orLetter('t');
    private static final Flag UNTIL = Flag.ofText("until", "TIME", "Only lines before a time or a duration ago");

    @Override
    public Synopsis synopsis() {
        FlagSet flags = FlagSet.of(
                FOLLOW, INDEX, ServiceFlags.NO_COLOR, ServiceFlags.NO_LOG_PREFIX, SINCE, TAIL, TIMESTAMPS, UNTIL);
        return new Synopsis("logs", "[SERVICE...]", "Show what containers wrote", flags);
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        Integer index = arguments.number(INDEX);
        if (index != null && arguments.rest().size() != 1) {
            throw new UsageException("--index requires one service to be selected");
        }
        Integer tail = ServiceFlags.tail(arguments.text(TAIL));
        Selection selection = Selection.of(call);
        LogsOptions options = LogsOptions.builder()
                .services(selection.services())
                .follow(arguments.is(FOLLOW))
                .since(arguments.text(SINCE))
                .until(arguments.text(UNTIL))
                .tail(tail)
                .timestamps(arguments.is(TIMESTAMPS))
                .index(index == null ? 0 : index)
                .build();
        boolean colours = call.coloursOnOutput() && !arguments.is(ServiceFlags.NO_COLOR);
        LogStyle style = new LogStyle(colours, !arguments.is(ServiceFlags.NO_LOG_PREFIX), false);
        LogPrinter printer = new LogPrinter(call.out(), call.out(), style);
        call.view().shareScreen();
        try (Compose compose = call.connect()) {
            printer.expect(sources(compose, selection));
            selection.act(
                    project -> compose.logs(project, options, printer), name -> compose.logs(name, options, printer));
        }
        return 0;
    }

    private static List<String> sources(Compose compose, Selection selection) {
        PsOptions options =
                PsOptions.builder().services(selection.services()).all(true).build();
        return selection.ask(project -> compose.ps(project, options), name -> compose.ps(name, options)).stream()
                .filter(container -> !container.oneOff())
                .map(LogsCommand::source)
                .toList();
    }

    /** The name without the project's, where it is the default name. */
    private static String source(ContainerInfo container) {
        String rest = container.service() + container.name().replaceFirst("^.*(?=[-_][0-9]+$)", "");
        String prefix = container.project();
        boolean usual = container.name().length() == prefix.length() + 1 + rest.length()
                && container.name().startsWith(prefix)
                && container.name().endsWith(rest);
        return usual ? rest : container.name();
    }
}
