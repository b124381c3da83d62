package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.WaitOptions;
import io.github.jcompose.runtime.inspect.ServiceExit;
import java.util.List;
import java.util.function.Consumer;

/** Waits for containers to end. */
final class WaitCommand implements Command {
    private static final Flag DOWN_PROJECT =
            Flag.ofSwitch("down-project", "Take the project down when the first container has ended");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "wait",
                "SERVICE [SERVICE...]",
                "Wait for containers to end, and end with the exit code of the last",
                FlagSet.of(DOWN_PROJECT));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("wait");
        List<String> services = call.arguments().rest();
        if (services.isEmpty()) {
            throw new UsageException("\"wait\" needs at least one service");
        }
        // All of the project: that is what --down-project takes down.
        Selection selection = Selection.of(call, List.of());
        WaitOptions options = WaitOptions.builder()
                .services(services)
                .down(call.arguments().is(DOWN_PROJECT))
                .build();
        Consumer<ServiceExit> tell = exit -> {
            call.out().println("container \"" + exit.id() + "\" exited with status code " + exit.exitCode());
            call.out().flush();
        };
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, services);
            List<ServiceExit> exits = selection.ask(
                    project -> compose.awaitExit(project, options, tell),
                    name -> compose.awaitExit(name, options, tell));
            return exits.get(exits.size() - 1).exitCode();
        }
    }
}
