package io.github.jcompose.runtime.engine.grpc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.jspecify.annotations.Nullable;

/** One stream: the headers, messages and trailers of a call. */
final class Http2Stream implements GrpcStream {
    /** How much may be under way to us that nobody has read. */
    static final int WINDOW = 1 << 20;

    private static final int PREFIX = 5;
    private static final int LONGEST_MESSAGE = 64 << 20;

    private final Http2Link link;
    private final int id;
    private final boolean own;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Header> headers = new ArrayList<>();
    private final Deque<byte[]> messages = new ArrayDeque<>();
    private ByteBuffer unfinished = ByteBuffer.allocate(1 << 12);
    private int unread;
    private int ungranted;
    private boolean complete;
    private boolean answered;
    private @Nullable IOException failure;

    Http2Stream(Http2Link link, int id) {
        this.link = link;
        this.id = id;
        this.own = id % 2 == 1;
    }

    int id() {
        return id;
    }

    boolean isOwn() {
        return own;
    }

    @Override
    public List<String> header(String name) {
        lock.lock();
        try {
            return headers.stream()
                    .filter(header -> header.getName().equals(name))
                    .map(Header::getValue)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void send(byte[] message) throws IOException {
        answer();
        ByteBuffer framed = ByteBuffer.allocate(PREFIX + message.length);
        framed.put((byte) 0).putInt(message.length).put(message).flip();
        write(framed, false);
    }

    /** What a call sends after its end is dropped: how it ended is told by {@link #receive()}. */
    private void write(ByteBuffer data, boolean last) throws IOException {
        if (!link.writeData(id, data, last) && !header(":path").isEmpty()) {
            throw new IOException("the call was ended by the engine");
        }
    }

    private void answer() throws IOException {
        lock.lock();
        try {
            if (answered || header(":path").isEmpty()) {
                return;
            }
            answered = true;
        } finally {
            lock.unlock();
        }
        link.writeHeaders(id, opening(), false);
    }

    private static List<Header> opening() {
        List<Header> list = new ArrayList<>();
        list.add(new BasicHeader(":status", "200"));
        list.add(new BasicHeader("content-type", "application/grpc"));
        return list;
    }

    @Override
    public void sendEnd() throws IOException {
        write(ByteBuffer.allocate(0), true);
    }

    /** Ends a call of the other side with a status. */
    void end(int code, String message) throws IOException {
        List<Header> trailers = answered ? new ArrayList<>() : opening();
        trailers.add(new BasicHeader("grpc-status", String.valueOf(code)));
        if (!message.isEmpty()) {
            trailers.add(new BasicHeader("grpc-message", Percent.encode(message)));
        }
        link.writeHeaders(id, trailers, true);
        link.forget(id);
        if (!complete) {
            // Whoever still sends may stop.
            link.write(Http2Link.frames().createResetStream(id, H2Error.NO_ERROR));
        }
    }

    @Override
    public byte @Nullable [] receive() throws IOException {
        byte[] message;
        int grant;
        lock.lock();
        try {
            while (messages.isEmpty() && !complete && failure == null) {
                changed.await();
            }
            message = messages.pollFirst();
            if (message == null) {
                finish();
                return null;
            }
            unread -= message.length;
            grant = grant();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        } finally {
            lock.unlock();
        }
        grant(grant);
        return message;
    }

    /** {@return how much more the other side may send now} */
    private int grant() {
        int grant = unread < WINDOW / 2 && !complete ? ungranted : 0;
        ungranted -= grant;
        return grant;
    }

    private void grant(int size) throws IOException {
        if (size > 0) {
            link.write(Http2Link.frames().createWindowUpdate(id, size));
        }
    }

    private void finish() throws IOException {
        if (failure != null) {
            throw failure instanceof GrpcException ended
                    ? ended
                    : failure instanceof EOFException
                            ? new EOFException(failure.getMessage())
                            : new IOException(failure.getMessage(), failure);
        }
        if (!header(":path").isEmpty()) {
            return;
        }
        List<String> status = header("grpc-status");
        List<String> http = header(":status");
        if (status.isEmpty()) {
            throw new IOException("the engine ended a call without a status; HTTP status " + String.join(",", http));
        }
        if (!status.get(0).equals("0")) {
            throw new GrpcException(
                    code(status.get(0)),
                    Percent.decode(String.join("", header("grpc-message"))),
                    details(String.join("", header("grpc-status-details-bin"))));
        }
    }

    private static int code(String status) {
        try {
            return Integer.parseInt(status);
        } catch (NumberFormatException e) {
            return GrpcException.UNKNOWN;
        }
    }

    private static byte[] details(String base64) {
        try {
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Takes headers or trailers. */
    void headers(List<Header> more, boolean last) {
        lock.lock();
        try {
            headers.addAll(more);
            if (last) {
                complete();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void complete() {
        complete = true;
        if (header(":path").isEmpty()) {
            link.forget(id);
        }
    }

    /**
     * Takes data.
     *
     * @param size how much room it takes on the way
     */
    void data(ByteBuffer content, int size, boolean last) throws IOException {
        int grant;
        lock.lock();
        try {
            append(content);
            ungranted += size;
            grant = last ? 0 : grant();
            if (last) {
                complete();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        grant(grant);
    }

    private void append(ByteBuffer content) throws IOException {
        if (unfinished.remaining() < content.remaining()) {
            int needed = unfinished.position() + content.remaining();
            ByteBuffer larger = ByteBuffer.allocate(Math.max(needed, 2 * unfinished.capacity()));
            larger.put(unfinished.flip());
            unfinished = larger;
        }
        unfinished.put(content).flip();
        while (unfinished.remaining() >= PREFIX) {
            int length = unfinished.getInt(unfinished.position() + 1);
            if (length < 0 || length > LONGEST_MESSAGE || unfinished.get(unfinished.position()) != 0) {
                throw new IOException("the engine sends a message that is too long or compressed");
            }
            if (unfinished.remaining() < PREFIX + length) {
                break;
            }
            byte[] message = new byte[length];
            unfinished.position(unfinished.position() + PREFIX);
            unfinished.get(message);
            messages.addLast(message);
            unread += length;
        }
        unfinished.compact();
    }

    /** Ends the stream without an end. */
    void lost(IOException why) {
        lock.lock();
        try {
            if (!complete && failure == null) {
                failure = why;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
