package io.github.jcompose.runtime.session;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a process in a container reads from and writes to. None of the streams is closed; output is flushed piece by
 * piece.
 *
 * <p>The input is read by a thread of its own, which may have taken more than the process read. When the process
 * ends, a read that still waits for input stays until some comes.
 *
 * @param stdin until its end, which the process sees too; null for none
 * @param stdout takes all output if the process has a terminal
 * @param stderr takes nothing if the process has a terminal
 * @param console null if there is neither a window nor signals
 */
public record Streams(
        @Nullable InputStream stdin,
        OutputStream stdout,
        OutputStream stderr,
        @Nullable Console console) {

    /** {@return streams without a window or signals} */
    public static Streams of(@Nullable InputStream stdin, OutputStream stdout, OutputStream stderr) {
        return new Streams(stdin, stdout, stderr, null);
    }
}
