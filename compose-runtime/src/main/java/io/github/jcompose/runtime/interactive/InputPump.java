package io.github.jcompose.runtime.interactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Carries what the user types, or a file, to a process, and in the end its end. */
final class InputPump implements Runnable {
    private static final int BUFFER = 1 << 16;
    /** The key that a terminal takes for the end of input, or in the middle of a line for the end of that. */
    private static final int END_OF_TRANSMISSION = 4;

    private final InputStream from;
    private final OutputStream to;
    private final EndOfInput atEnd;
    private final KeyFilter filter;
    private final Runnable detached;
    private boolean atLineStart = true;

    /**
     * @param atEnd how the process is told of the end
     * @param detached called once the detach keys were typed
     */
    InputPump(InputStream from, OutputStream to, EndOfInput atEnd, KeyFilter filter, Runnable detached) {
        this.from = from;
        this.to = to;
        this.atEnd = atEnd;
        this.filter = filter;
        this.detached = detached;
    }

    @Override
    public void run() {
        try {
            byte[] buffer = new byte[BUFFER];
            for (int count = read(buffer); count >= 0; count = read(buffer)) {
                send(filter.pass(buffer, count));
                if (filter.isDetached()) {
                    detached.run();
                    return;
                }
            }
            send(filter.rest());
            end();
        } catch (IOException e) {
            // The process takes no more input, most often because it has ended; its exit code tells the rest.
        }
    }

    private int read(byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            // As far as the process is concerned, input that cannot be read is at its end.
            return -1;
        }
    }

    private void send(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            to.write(bytes);
            to.flush();
            atLineStart = bytes[bytes.length - 1] == '\n' || bytes[bytes.length - 1] == '\r';
        }
    }

    private void end() throws IOException {
        switch (atEnd) {
            case CLOSE -> to.close();
            case KEY -> {
                int times = atLineStart ? 1 : 2;
                for (int i = 0; i < times; i++) {
                    to.write(END_OF_TRANSMISSION);
                }
                to.flush();
            }
            case NONE -> {}
        }
    }
}
