package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.StartOptions;

/** Starts containers that exist. */
final class StartCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "start",
                "[SERVICE...]",
                "Start containers that exist",
                FlagSet.of(ServiceFlags.WAIT, ServiceFlags.WAIT_TIMEOUT));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        StartOptions options = StartOptions.builder()
                .services(selection.services())
                .awaitHealthy(call.arguments().is(ServiceFlags.WAIT))
                .awaitTimeout(ServiceFlags.waitTimeout(call))
                .build();
        try (Compose compose = call.connect(selection.name())) {
            selection.act(project -> compose.start(project, options), name -> compose.start(name, options));
        }
        return 0;
    }
}
