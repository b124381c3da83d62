package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.KillOptions;

/** Sends a signal to containers. */
final class KillCommand implements Command {
    private static final Flag SIGNAL = Flag.ofText("signal", "NAME", "The signal, by name or number (default: SIGKILL)")
            .orLetter('s');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "kill", "[SERVICE...]", "Send a signal to containers", FlagSet.of(ServiceFlags.REMOVE_ORPHANS, SIGNAL));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        KillOptions options = KillOptions.builder()
                .services(selection.services())
                .signal(call.arguments().text(SIGNAL))
                .removeOrphans(ServiceFlags.removeOrphans(call, selection.project()))
                .build();
        try (Compose compose = call.connect(selection.name())) {
            selection.act(project -> compose.kill(project, options), name -> compose.kill(name, options));
        }
        return 0;
    }
}
