package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import java.util.List;

/** Removes stacks. */
final class StackRmCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("stack rm", "STACK [STACK...]", "Remove stacks", FlagSet.of(StackFlags.DETACH));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("stack rm");
        List<String> names = call.arguments().rest();
        if (names.isEmpty()) {
            throw new UsageException("'jcompose stack rm' requires at least 1 argument, the name of a stack");
        }
        try (Compose compose = call.connect()) {
            for (String name : names) {
                if (!compose.stacks().remove(name, !StackFlags.detach(call))) {
                    call.view().tell("Nothing found in stack: " + name);
                }
            }
        }
        return 0;
    }
}
