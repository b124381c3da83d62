package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A connection of a client through the proxy, with one of its own to the engine behind it. */
final class ProxiedConnection {
    /** Calls whose answer begins at once and ends much later. */
    private static final Set<String> STREAMS = Set.of("events", "logs", "wait", "stats", "attach");

    private final ByteLink client;
    private final ByteLink engine;
    private final Function<String, @Nullable Fault> faults;
    private final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final LongSupplier limit;
    private final AtomicLong passed = new AtomicLong();
    private int working;
    private boolean left;
    private boolean closed;

    private record Asked(
            HttpHead head, String call, @Nullable Fault fault, CompletableFuture<Boolean> upgraded) {
        boolean fault(Fault wanted) {
            return fault == wanted;
        }
    }

    /**
     * @param faults says what is to happen to a call; null for nothing
     * @param limit says after how many bytes a connection is cut that is to be cut later
     */
    ProxiedConnection(ByteLink client, ByteLink engine, Function<String, @Nullable Fault> faults, LongSupplier limit) {
        this.limit = limit;
        this.client = client;
        this.engine = engine;
        this.faults = faults;
    }

    void start(Executor threads) {
        threads.execute(() -> untilEnd(this::carryRequests, this::leave));
        threads.execute(() -> untilEnd(this::carryAnswers, this::close));
    }

    private interface Carrying {
        void run() throws Exception;
    }

    private void untilEnd(Carrying carrying, Runnable then) {
        try {
            carrying.run();
        } catch (Exception e) {
            // One of the two is gone, and so is the connection.
        }
        then.run();
    }

    /** A client that goes does not keep the engine from ending what it is doing. */
    private void leave() {
        client.close();
        boolean done;
        synchronized (this) {
            left = true;
            done = working == 0;
        }
        if (done) {
            close();
        }
    }

    private synchronized void work(int more) {
        working += more;
        notifyAll();
    }

    /** Waits until the engine has done what it was told. */
    synchronized void settle() throws InterruptedException {
        while (working > 0 && !closed) {
            wait();
        }
    }

    /** {@return whether the engine does it to its end, and soon, whether or not anybody waits for it} */
    private static boolean isWork(String call) {
        return !call.startsWith("GET ")
                && !call.startsWith("HEAD ")
                && !STREAMS.contains(call.substring(call.lastIndexOf('/') + 1))
                && (call.contains(" /networks/") || call.contains(" /volumes/") || call.contains(" /containers/"));
    }

    private void tell(byte[] bytes) throws IOException {
        try {
            client.write(bytes);
        } catch (IOException e) {
            synchronized (this) {
                if (!left || working == 0) {
                    throw e;
                }
            }
        }
    }

    private void carryRequests() throws Exception {
        for (byte[] bytes = client.until("\r\n\r\n"); bytes.length > 0; bytes = client.until("\r\n\r\n")) {
            HttpHead head = HttpHead.of(bytes);
            Fault fault = faults.apply(head.call());
            boolean forwarded =
                    fault == null || fault == Fault.CUT_AFTER || fault == Fault.BREAK || fault == Fault.CUT_LATER;
            if (!forwarded) {
                head.moveBody(client, nothing -> {});
                if (fault == Fault.CUT_BEFORE) {
                    return;
                }
                answer(fault);
                continue;
            }
            Asked question = new Asked(head, head.call(), fault, new CompletableFuture<>());
            asked.add(question);
            if (isWork(question.call)) {
                work(1);
            }
            engine.write(bytes);
            head.moveBody(client, engine::write);
            if (head.upgrades() && question.upgraded.get()) {
                for (byte[] some = client.some(Long.MAX_VALUE); some.length > 0; some = client.some(Long.MAX_VALUE)) {
                    engine.write(some);
                    if (isSpent(question, some.length)) {
                        return;
                    }
                }
                engine.endOutput();
                // The other direction may have more to say.
                Thread.currentThread().join();
            }
        }
    }

    private void answer(Fault fault) throws IOException {
        if (fault == Fault.SILENCE || fault == Fault.NO_ANSWER) {
            return;
        }
        boolean conflict = fault == Fault.CONFLICT;
        String body = "{\"message\":\"" + (conflict ? Fault.NAME_CONFLICT : Fault.SERVER_ERROR) + "\"}";
        String head = "HTTP/1.1 " + (conflict ? "409 Conflict" : "500 Internal Server Error")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        client.write((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    private void carryAnswers() throws Exception {
        for (byte[] bytes = engine.until("\r\n\r\n"); bytes.length > 0; bytes = engine.until("\r\n\r\n")) {
            HttpHead head = HttpHead.of(bytes);
            Asked question = asked.take();
            String call = question.call;
            boolean stream = STREAMS.contains(call.substring(call.lastIndexOf('/') + 1));
            if (question.fault(Fault.CUT_AFTER) && (stream || head.status() == 101)) {
                return;
            }
            boolean hidden = question.fault(Fault.CUT_AFTER);
            if (!hidden) {
                tell(bytes);
            }
            question.upgraded.complete(head.status() == 101);
            ByteLink.Sink target = hidden ? nothing -> {} : question.fault(Fault.BREAK) ? this::half : this::tell;
            boolean empty = question.head.method().equals("HEAD") || head.status() == 204 || head.status() == 304;
            if (head.status() == 101 || (!empty && head.isOpenEnded())) {
                for (byte[] some = engine.some(Long.MAX_VALUE); some.length > 0; some = engine.some(Long.MAX_VALUE)) {
                    target.write(some);
                    if (isSpent(question, some.length)) {
                        return;
                    }
                }
                return;
            } else if (!empty) {
                head.moveBody(engine, target);
            }
            if (isWork(call)) {
                work(-1);
            }
            if (hidden || hasLeft()) {
                return;
            }
        }
    }

    private boolean isSpent(Asked question, int more) {
        return passed.addAndGet(more) >= limit.getAsLong() && question.fault(Fault.CUT_LATER);
    }

    synchronized boolean isOpen() {
        return !left && !closed;
    }

    private synchronized boolean hasLeft() {
        return left;
    }

    /** Lets half of the bytes through, and no more. */
    private void half(byte[] bytes) throws IOException {
        client.write(java.util.Arrays.copyOf(bytes, bytes.length / 2));
        throw new IOException("broken on purpose");
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        client.close();
        engine.close();
    }
}
