package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.session.ExecOptions;
import java.util.List;

/** Runs a command in a running container. */
final class ExecCommand implements Command {
    static final Flag DETACH = Flag.ofSwitch("detach", "Start the command and leave it in the background")
            .orLetter('d');
    static final Flag ENV = Flag.ofList("env", "NAME=VALUE", "Set a variable; without =VALUE it is inherited")
            .orLetter('e');
    static final Flag INDEX = Flag.ofNumber("index", "NUM", "The container of this number (default: the lowest)");
    private static final Flag PRIVILEGED = Flag.ofSwitch("privileged", "Let the command do what root of the host may");
    static final Flag USER =
            Flag.ofText("user", "USER[:GROUP]", "Who the command runs as").orLetter('u');
    static final Flag WORKDIR = Flag.ofText("workdir", "DIR", "Where the command runs, in the container")
            .orLetter('w');

    @Override
    public Synopsis synopsis() {
        FlagSet flags = FlagSet.of(
                        DETACH,
                        ENV,
                        INDEX,
                        TtyFlags.INTERACTIVE.hide(),
                        TtyFlags.NO_TTY,
                        TtyFlags.OLD_NO_TTY,
                        PRIVILEGED,
                        TtyFlags.TTY,
                        USER,
                        WORKDIR)
                .beforeArguments();
        return new Synopsis("exec", "SERVICE COMMAND [ARGS...]", "Run a command in a running container", flags);
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("exec");
        Arguments arguments = call.arguments();
        List<String> words = arguments.rest();
        if (words.size() < 2) {
            throw new UsageException("'exec' needs a service and a command (got " + words.size() + " of 2 arguments)");
        }
        boolean detached = arguments.is(DETACH);
        boolean tty = !detached && TtyFlags.ofExec(call);
        NamedProject project = NamedProject.of(call);
        ExecOptions options = ExecOptions.builder()
                .service(words.get(0))
                .command(words.subList(1, words.size()))
                .index(index(arguments))
                .environment(Assignments.variables(arguments.list(ENV), project.environment()))
                .user(arguments.text(USER))
                .workingDir(arguments.text(WORKDIR))
                .privileged(arguments.is(PRIVILEGED))
                .tty(tty)
                .build();
        try (Compose compose = call.connect()) {
            if (detached) {
                compose.execDetached(project.name(), options);
                return 0;
            }
            return compose.exec(project.name(), options, UserStreams.of(call, TtyFlags.isInteractive(arguments)));
        }
    }

    /** {@return the number of the container that is asked for; 0 for any} */
    static int index(Arguments arguments) {
        Integer index = arguments.number(INDEX);
        if (index != null && index < 0) {
            throw new UsageException("--index must be a number from 1 on (found: " + index + ")");
        }
        return index == null ? 0 : index;
    }
}
