package io.github.jcompose.runtime.engine.grpc;

import io.github.jcompose.runtime.engine.Duplex;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 (RFC 9113) with prior knowledge, as far as gRPC needs it: no push, no priorities. One thread reads; whoever
 * has something to say writes.
 */
final class Http2Link {
    static final int FRAME = 1 << 14;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;
    /** What all streams together may send us; each has a limit of its own that is the one to be felt. */
    private static final int WINDOW_OF_ALL = 1 << 30;

    private static final int INITIAL_WINDOW = 65_535;
    private static final int MOMENT_SECONDS = 1;

    private final Duplex wire;
    private final boolean client;
    private final Consumer<Http2Stream> incoming;
    private final InputStream in;
    private final OutputStream out;
    private final FrameOutputBuffer frames = new FrameOutputBuffer(FRAME);
    /** Without a table of its own it stays right whatever table the other side allows. */
    private final HPackEncoder headers = new HPackEncoder(0, StandardCharsets.US_ASCII);

    private final ReentrantLock writing = new ReentrantLock();
    private final Windows windows = new Windows(INITIAL_WINDOW);
    private final Map<Integer, Http2Stream> streams = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private int nextStream = 1;
    private @Nullable IOException ended;

    /**
     * @param incoming takes calls of the other side
     */
    Http2Link(Duplex wire, boolean client, Consumer<Http2Stream> incoming) {
        this.wire = wire;
        this.client = client;
        this.incoming = incoming;
        this.in = wire.input();
        this.out = new BufferedOutputStream(wire.output(), FRAME + 64);
    }

    void begin(Executor threads) throws IOException {
        writing.lock();
        try {
            if (client) {
                out.write(PREFACE);
            }
            frames.write(
                    FRAMES.createSettings(
                            new H2Setting(H2Param.ENABLE_PUSH, 0),
                            new H2Setting(H2Param.INITIAL_WINDOW_SIZE, Http2Stream.WINDOW)),
                    out);
            frames.write(FRAMES.createWindowUpdate(0, WINDOW_OF_ALL), out);
            out.flush();
        } finally {
            writing.unlock();
        }
        threads.execute(this::read);
    }

    private void read() {
        try {
            if (!client && !Arrays.equals(in.readNBytes(PREFACE.length), PREFACE)) {
                throw new EOFException("the engine speaks no HTTP/2 here");
            }
            FrameInputBuffer input = new FrameInputBuffer(FRAME);
            FrameReader reader = new FrameReader(this, windows);
            while (true) {
                reader.take(input.read(in));
            }
        } catch (IOException | RuntimeException e) {
            end(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** {@return the stream; null if there is none (any more)} */
    @Nullable
    Http2Stream stream(int id) {
        synchronized (streams) {
            return streams.get(id);
        }
    }

    List<Http2Stream> streams() {
        synchronized (streams) {
            return new ArrayList<>(streams.values());
        }
    }

    /** {@return a stream that the other side opened; null if it is none that it may open} */
    @Nullable
    Http2Stream accept(int id) {
        if (client || id % 2 == 0) {
            return null;
        }
        return new Http2Stream(this, id);
    }

    /** Hands a new stream over when its headers are there. */
    void arrived(Http2Stream stream) {
        synchronized (streams) {
            streams.put(stream.id(), stream);
        }
        incoming.accept(stream);
    }

    void forget(int id) {
        synchronized (streams) {
            streams.remove(id);
        }
        windows.forget(id);
    }

    Http2Stream open(List<Header> request) throws IOException {
        writing.lock();
        try {
            Http2Stream stream;
            synchronized (streams) {
                if (ended != null) {
                    throw new IOException(ended.getMessage(), ended);
                }
                stream = new Http2Stream(this, nextStream);
                nextStream += 2;
                streams.put(stream.id(), stream);
            }
            writeHeaders(stream.id(), request, false);
            return stream;
        } finally {
            writing.unlock();
        }
    }

    void writeHeaders(int stream, List<Header> list, boolean last) throws IOException {
        writing.lock();
        try {
            ByteArrayBuffer block = new ByteArrayBuffer(512);
            headers.encodeHeaders(block, list, false);
            int length = Math.min(block.length(), FRAME);
            boolean whole = length == block.length();
            frames.write(FRAMES.createHeaders(stream, ByteBuffer.wrap(block.array(), 0, length), whole, last), out);
            for (int at = length; at < block.length(); at += length) {
                length = Math.min(block.length() - at, FRAME);
                boolean end = at + length == block.length();
                frames.write(FRAMES.createContinuation(stream, ByteBuffer.wrap(block.array(), at, length), end), out);
            }
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes data as the other side takes it.
     *
     * @return false if it takes nothing more
     */
    boolean writeData(int stream, ByteBuffer data, boolean last) throws IOException {
        do {
            int size = windows.take(stream, Math.min(data.remaining(), FRAME));
            if (size < 0) {
                return false;
            }
            ByteBuffer piece = data.slice(data.position(), size);
            data.position(data.position() + size);
            write(FRAMES.createData(stream, piece, last && !data.hasRemaining()));
        } while (data.hasRemaining());
        return true;
    }

    void write(RawFrame frame) throws IOException {
        writing.lock();
        try {
            frames.write(frame, out);
            out.flush();
        } finally {
            writing.unlock();
        }
    }

    static FrameFactory frames() {
        return FRAMES;
    }

    boolean hasEnded(boolean soon) throws ClosedByInterruptException {
        try {
            return over.await(soon ? MOMENT_SECONDS : 0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    private void end(IOException why) {
        List<Http2Stream> open;
        synchronized (streams) {
            if (ended == null) {
                ended = why;
            }
            open = new ArrayList<>(streams.values());
            streams.clear();
        }
        windows.end(why);
        open.forEach(stream -> stream.lost(why));
        wire.close();
        over.countDown();
    }

    void close() {
        end(new EOFException("the connection was closed"));
    }
}
