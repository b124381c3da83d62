package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.log.LogPrinter;
import io.github.jcompose.cli.log.LogStyle;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.swarm.StackLogsOptions;
import java.util.List;

/** Shows what the tasks of a stack wrote. */
final class StackLogsCommand implements Command {
    private static final Flag FOLLOW =
            Flag.ofSwitch("follow", "Go on with what they write from now on").orLetter('f');
    private static final Flag NO_TASK_IDS = Flag.ofSwitch("no-task-ids", "Leave out the ids of tasks");
    private static final Flag RAW = Flag.ofSwitch("raw", "Do not show which task wrote a line");
    private static final Flag SINCE =
            Flag.ofText("since", "TIME", "Only lines since a time (2026-01-31T12:00:00Z) or a duration ago (10m)");
    private static final Flag TAIL =
            Flag.ofText("tail", "NUM", "Only the last lines of each service").orLetter('n');
    private static final Flag TIMESTAMPS =
            Flag.ofSwitch("timestamps", "Show when each line was written").orLetter('t');

    @Override
    public Synopsis synopsis() {
        FlagSet flags = FlagSet.of(
                FOLLOW,
                ServiceFlags.NO_COLOR,
                ServiceFlags.NO_LOG_PREFIX,
                StackFlags.NO_RESOLVE,
                NO_TASK_IDS,
                StackFlags.NO_TRUNC,
                RAW,
                SINCE,
                TAIL,
                TIMESTAMPS);
        return new Synopsis("stack logs", "STACK [SERVICE...]", "Show what the tasks of a stack wrote", flags);
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        List<String> rest = arguments.rest();
        if (rest.isEmpty()) {
            throw new UsageException("'jcompose stack logs' requires at least 1 argument, the name of the stack");
        }
        StackLogsOptions options = StackLogsOptions.builder()
                .services(rest.subList(1, rest.size()))
                .follow(arguments.is(FOLLOW))
                .since(arguments.text(SINCE))
                .tail(ServiceFlags.tail(arguments.text(TAIL)))
                .timestamps(arguments.is(TIMESTAMPS))
                .names(new StackLogsOptions.Names(
                        arguments.is(NO_TASK_IDS),
                        arguments.is(StackFlags.NO_TRUNC),
                        arguments.is(StackFlags.NO_RESOLVE)))
                .build();
        boolean prefix = !arguments.is(RAW) && !arguments.is(ServiceFlags.NO_LOG_PREFIX);
        boolean colours = call.coloursOnOutput() && !arguments.is(ServiceFlags.NO_COLOR);
        LogPrinter printer = new LogPrinter(call.out(), call.out(), new LogStyle(colours, prefix, false));
        call.view().shareScreen();
        try (Compose compose = call.connect()) {
            compose.stacks().logs(rest.get(0), options, printer);
        }
        return 0;
    }
}
