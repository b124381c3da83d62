package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;

/** Freezes containers. */
final class PauseCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("pause", "[SERVICE...]", "Freeze running containers", FlagSet.of());
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        try (Compose compose = call.connect(selection.name())) {
            compose.pause(selection.name(), selection.services());
        }
        return 0;
    }
}
