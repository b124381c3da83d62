package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.StackRows;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.swarm.StackInfo;
import java.util.List;

/** Lists stacks. */
final class StackLsCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("stack ls", "", "List the stacks of the swarm", FlagSet.of(StackFlags.FORMAT));
    }

    @Override
    public int run(Invocation call) {
        List<StackInfo> stacks;
        try (Compose compose = call.connect()) {
            stacks = compose.stacks().list();
        }
        call.out()
                .print(StackRows.STACKS.render(
                        StackFlags.format(call),
                        stacks.stream().map(StackRows::stack).toList()));
        return 0;
    }
}
