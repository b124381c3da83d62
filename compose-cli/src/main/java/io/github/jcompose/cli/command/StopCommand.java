package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.StopOptions;

/** Stops containers. */
final class StopCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("stop", "[SERVICE...]", "Stop containers", FlagSet.of(ServiceFlags.TIMEOUT));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        StopOptions options = StopOptions.builder()
                .services(selection.services())
                .timeout(ServiceFlags.timeout(call))
                .build();
        try (Compose compose = call.connect(selection.name())) {
            selection.act(project -> compose.stop(project, options), name -> compose.stop(name, options));
        }
        return 0;
    }
}
