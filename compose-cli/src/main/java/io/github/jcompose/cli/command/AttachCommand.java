package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.session.ContainerAttachOptions;

/** Connects input and output to the main process of a container. */
final class AttachCommand implements Command {
    private static final Flag DETACH_KEYS =
            Flag.ofText("detach-keys", "KEYS", "The keys that leave the container running (default: ctrl-p,ctrl-q)");
    private static final Flag NO_STDIN = Flag.ofSwitch("no-stdin", "Pass no input on");
    private static final Flag SIG_PROXY =
            Flag.ofSwitch("sig-proxy", "Pass signals on to the container (default: true)");

    @Override
    public Synopsis synopsis() {
        FlagSet flags = FlagSet.of(DETACH_KEYS, ExecCommand.INDEX, NO_STDIN, SIG_PROXY);
        return new Synopsis("attach", "SERVICE", "Connect to the input and output of a running container", flags);
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("attach");
        Arguments arguments = call.arguments();
        if (arguments.rest().size() != 1) {
            throw new UsageException(
                    "'attach' needs one service (got " + arguments.rest().size() + ")");
        }
        ContainerAttachOptions options = ContainerAttachOptions.builder()
                .service(arguments.rest().get(0))
                .index(ExecCommand.index(arguments))
                .noSignals(arguments.given(SIG_PROXY) && !arguments.is(SIG_PROXY))
                .detachKeys(arguments.text(DETACH_KEYS))
                .build();
        NamedProject project = NamedProject.of(call);
        try (Compose compose = call.connect()) {
            return compose.attach(project.name(), options, UserStreams.of(call, !arguments.is(NO_STDIN)));
        }
    }
}
