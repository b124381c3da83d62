package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;

/** Lets paused containers go on. */
final class UnpauseCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("unpause", "[SERVICE...]", "Let frozen containers go on", FlagSet.of());
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        try (Compose compose = call.connect(selection.name())) {
            compose.unpause(selection.name(), selection.services());
        }
        return 0;
    }
}
