package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.StackRows;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.swarm.TaskInfo;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Lists the tasks of a stack. */
final class StackPsCommand implements Command {
    private static final List<String> FILTERS = List.of("id", "name", "node", "desired-state");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stack ps",
                "STACK",
                "List the tasks of a stack",
                FlagSet.of(
                        StackFlags.FILTER,
                        StackFlags.FORMAT,
                        StackFlags.NO_RESOLVE,
                        StackFlags.NO_TRUNC,
                        StackFlags.QUIET));
    }

    @Override
    public int run(Invocation call) {
        String stack = StackFlags.stack(call, "ps");
        Arguments arguments = call.arguments();
        List<TaskInfo> tasks;
        try (Compose compose = call.connect()) {
            tasks = compose.stacks().tasks(stack, StackFlags.filters(call, FILTERS));
        }
        if (tasks.isEmpty()) {
            throw new ComposeException("nothing found in stack: " + stack);
        }
        if (arguments.is(StackFlags.NO_RESOLVE)) {
            tasks = byServiceId(tasks);
        }
        StackRows rows = new StackRows(
                Clock.systemUTC(), !arguments.is(StackFlags.NO_TRUNC), !arguments.is(StackFlags.NO_RESOLVE));
        if (arguments.is(StackFlags.QUIET)) {
            tasks.forEach(task -> call.out().println(rows.id(task.id())));
        } else {
            call.out()
                    .print(StackRows.TASKS.render(
                            StackFlags.format(call),
                            tasks.stream().map(rows::task).toList()));
        }
        return 0;
    }

    /** They are sorted by what is shown as their names, and the newest of a name stays the first. */
    private static List<TaskInfo> byServiceId(List<TaskInfo> tasks) {
        return tasks.stream().sorted(Comparator.comparing(TaskInfo::serviceId)).toList();
    }
}
