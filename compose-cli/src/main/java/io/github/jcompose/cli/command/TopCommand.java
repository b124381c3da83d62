package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.ProcessRows;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.inspect.ContainerProcesses;
import java.util.List;

/** Lists the processes in containers. */
final class TopCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("top", "[SERVICE...]", "List the processes in containers", FlagSet.of());
    }

    @Override
    public int run(Invocation call) {
        List<String> services = call.arguments().rest();
        Selection selection = Selection.of(call, List.of());
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, services);
            List<ContainerProcesses> processes = compose.top(selection.name(), services);
            if (!processes.isEmpty()) {
                call.out().print(ProcessRows.table(processes));
            }
        }
        return 0;
    }
}
