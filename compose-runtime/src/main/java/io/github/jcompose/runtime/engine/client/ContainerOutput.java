package io.github.jcompose.runtime.engine.client;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.error.EngineException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the two streams of a container apart. Each frame has a head of eight bytes: the stream, three zeros and
 * the length. With a terminal there are no frames. A call that fails for lack of bytes can be made again.
 */
final class ContainerOutput {
    private static final int HEAD = 8;
    private static final int SYSTEM_ERROR = 3;

    private final InputStream input;
    private final byte[] buffer = new byte[1 << 15];
    private int position;
    private int limit;
    private boolean framed;
    private Frame.Source source = Frame.Source.STDOUT;
    private boolean systemError;
    private int left;

    ContainerOutput(InputStream input, boolean tty) {
        this.input = input;
        this.framed = !tty;
    }

    /** {@return the stream that this reads} */
    InputStream input() {
        return input;
    }

    /** {@return the next piece, a whole frame unless it is very long; null at the end} */
    @Nullable
    Frame next() throws IOException {
        while (framed && left == 0) {
            if (!head()) {
                return null;
            }
        }
        if (!framed) {
            return limit > position || fill() ? new Frame(source, take(limit - position)) : null;
        }
        int wanted = Math.min(left, buffer.length);
        while (limit - position < wanted) {
            if (!fill()) {
                throw new EOFException("the output breaks off in the middle");
            }
        }
        byte[] piece = take(wanted);
        left -= wanted;
        if (systemError) {
            throw new EngineException(new String(piece, StandardCharsets.UTF_8).strip(), 0);
        }
        return new Frame(source, piece);
    }

    /** {@return whether there is another frame} */
    private boolean head() throws IOException {
        while (limit - position < HEAD) {
            if (!fill()) {
                if (limit == position) {
                    return false;
                }
                framed = false;
                return true;
            }
        }
        boolean zeros = buffer[position + 1] == 0 && buffer[position + 2] == 0 && buffer[position + 3] == 0;
        int length = ByteBuffer.wrap(buffer).getInt(position + 4);
        if (buffer[position] < 0 || buffer[position] > SYSTEM_ERROR || !zeros || length < 0) {
            // A terminal that nobody spoke of.
            framed = false;
            return true;
        }
        source = buffer[position] == 2 ? Frame.Source.STDERR : Frame.Source.STDOUT;
        systemError = buffer[position] == SYSTEM_ERROR;
        position += HEAD;
        left = length;
        return true;
    }

    /** {@return whether more came into the buffer} */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = 0;
        } else if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        int count = input.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }

    private byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(buffer, position, position + count);
        position += count;
        return taken;
    }
}
