package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.terminal.Terminal;
import io.github.jcompose.model.ComposeException;

/** The flags that say whether a process gets a terminal and input. */
final class TtyFlags {
    static final Flag INTERACTIVE =
            Flag.ofSwitch("interactive", "Keep the input open (default: true)").orLetter('i');
    static final Flag NO_TTY = Flag.ofSwitch(
                    "no-tty", "Give the process no terminal (default: whether the output is not to one)")
            .orLetter('T');
    static final Flag OLD_NO_TTY =
            Flag.ofSwitch("no-TTY", "The same as --no-tty").hide();
    static final Flag TTY =
            Flag.ofSwitch("tty", "Give the process a terminal").orLetter('t').hide();

    private TtyFlags() {}

    /** {@return whether the process gets input} */
    static boolean isInteractive(Arguments arguments) {
        return !arguments.given(INTERACTIVE) || arguments.is(INTERACTIVE);
    }

    /**
     * {@return whether {@code exec} gives the process a terminal}
     *
     * @throws ComposeException if one is asked for whose keys would have to come from a file or a pipe
     */
    static boolean ofExec(Invocation call) {
        Arguments arguments = call.arguments();
        Terminal terminal = call.surroundings().terminal();
        boolean keys = terminal.hasInput() || !isInteractive(arguments);
        boolean tty;
        if (isNoTtyGiven(arguments)) {
            tty = !isNoTty(arguments);
        } else {
            tty = terminal.hasOutput() && (keys || arguments.is(TTY));
        }
        if (tty && !keys) {
            throw new ComposeException("the input device is not a TTY; -T runs the command without a terminal");
        }
        return tty;
    }

    /**
     * {@return whether {@code run} gives the container a terminal}
     *
     * @throws UsageException if the flags contradict each other
     */
    static boolean ofRun(Invocation call) {
        Arguments arguments = call.arguments();
        Terminal terminal = call.surroundings().terminal();
        if (arguments.given(TTY)) {
            if (isNoTtyGiven(arguments)) {
                throw new UsageException("--tty and --no-tty can't be used together");
            }
            return arguments.is(TTY);
        } else if (isNoTtyGiven(arguments)) {
            return !isNoTty(arguments);
        }
        return terminal.hasOutput() && (terminal.hasInput() || arguments.given(INTERACTIVE));
    }

    private static boolean isNoTtyGiven(Arguments arguments) {
        return arguments.given(NO_TTY) || arguments.given(OLD_NO_TTY);
    }

    private static boolean isNoTty(Arguments arguments) {
        return arguments.is(NO_TTY) || arguments.is(OLD_NO_TTY);
    }
}
