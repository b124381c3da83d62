package io.github.jcompose.cli.command;

import io.github.jcompose.cli.log.OutputClosedException;
import io.github.jcompose.cli.terminal.ProcessConsole;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.Streams;
import java.io.OutputStream;
import java.io.PrintStream;

/** The user's end of a session with a process in a container. */
final class UserStreams {
    private UserStreams() {}

    /**
     * {@return the streams, the terminal and the signals of this process}
     *
     * @param input whether input goes to the process
     */
    static Streams of(Invocation call, boolean input) {
        Surroundings surroundings = call.surroundings();
        Console console = new ProcessConsole(
                surroundings.terminal(), call.signals(), call.view()::shareScreen, () -> tellDetached(call));
        return new Streams(
                input ? surroundings.in() : null,
                new Checked(surroundings.out()),
                new Checked(surroundings.err()),
                console);
    }

    /** The cursor may stand behind a prompt of the process. */
    private static void tellDetached(Invocation call) {
        call.surroundings().err().println();
        call.view().tell("read escape sequence");
    }

    /** A print stream keeps quiet about a reader that has gone; a process whose output nobody reads is to end. */
    private static final class Checked extends OutputStream {
        private final PrintStream out;

        Checked(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            if (out.checkError()) {
                throw new OutputClosedException();
            }
        }
    }
}
