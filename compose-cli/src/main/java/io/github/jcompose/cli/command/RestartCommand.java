package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.RestartOptions;

/** Restarts containers. */
final class RestartCommand implements Command {
    private static final Flag NO_DEPS = Flag.ofSwitch("no-deps", "Do not restart the services that depend on them");

    @Override
    public Synopsis synopsis() {
        return new Synopsis("restart", "[SERVICE...]", "Restart containers", FlagSet.of(NO_DEPS, ServiceFlags.TIMEOUT));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        RestartOptions options = RestartOptions.builder()
                .services(selection.services())
                .timeout(ServiceFlags.timeout(call))
                .noDependents(call.arguments().is(NO_DEPS))
                .build();
        try (Compose compose = call.connect(selection.name())) {
            selection.act(project -> compose.restart(project, options), name -> compose.restart(name, options));
        }
        return 0;
    }
}
