package io.github.jcompose.runtime.build.session;

import io.github.jcompose.runtime.build.wire.Packet;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends one folder once: first the list, then the files that are asked for. */
final class FileTransfer {
    private static final int PIECE = 1 << 15;
    /** Ends the thread that sends. */
    private static final int OVER = -1;

    private final GrpcStream call;
    private final AtomicReference<@Nullable IOException> failure;
    private final Map<Integer, SentFiles.Entry> files = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Integer> requests = new LinkedBlockingQueue<>();

    /**
     * @param failure takes what goes wrong on this side
     */
    FileTransfer(GrpcStream call, AtomicReference<@Nullable IOException> failure) {
        this.call = call;
        this.failure = failure;
    }

    void run(SentFiles folder, SentFiles.Wanted wanted, Executor threads) throws IOException {
        threads.execute(() -> send(folder, wanted));
        try {
            for (byte[] message = call.receive(); message != null; message = call.receive()) {
                Packet packet = Packet.read(message);
                switch (packet.type()) {
                    case REQUEST -> requests.add(packet.id());
                    case FINISH -> {
                        call.send(Packet.finish().bytes());
                        return;
                    }
                    case ERROR ->
                        throw new GrpcException(
                                GrpcException.UNKNOWN, new String(packet.data(), StandardCharsets.UTF_8));
                    default -> {}
                }
            }
        } finally {
            requests.add(OVER);
        }
    }

    private void send(SentFiles folder, SentFiles.Wanted wanted) {
        try {
            list(folder, wanted);
            for (int id = requests.take(); id != OVER; id = requests.take()) {
                SentFiles.Entry file = files.remove(id);
                if (file != null) {
                    sendFile(id, file);
                }
            }
        } catch (Unreadable e) {
            failure.compareAndSet(null, e);
            tell(e);
        } catch (IOException e) {
            // The connection is lost, and the other thread hears of that too.
        } catch (RuntimeException e) {
            IOException told = new IOException(e.getMessage(), e);
            failure.compareAndSet(null, told);
            tell(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(IOException e) {
        try {
            call.send(Packet.error(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8))
                    .bytes());
        } catch (IOException lost) {
            // Nobody is there any more who could hear of it.
        }
    }

    private void list(SentFiles folder, SentFiles.Wanted wanted) throws IOException {
        SentFiles.Listing listing = reading(() -> folder.list(wanted));
        int id = 0;
        for (SentFiles.Entry entry = reading(listing::next); entry != null; entry = reading(listing::next)) {
            if (entry.content() != null) {
                files.put(id, entry);
            }
            id++;
            call.send(Packet.stat(entry.stat()).bytes());
        }
        call.send(Packet.stat(null).bytes());
    }

    private void sendFile(int id, SentFiles.Entry file) throws IOException {
        SentFiles.Content content = file.content();
        if (content != null) {
            byte[] buffer = new byte[PIECE];
            try (InputStream in = reading(content::open)) {
                for (int count = reading(() -> in.read(buffer)); count >= 0; count = reading(() -> in.read(buffer))) {
                    call.send(Packet.data(id, count == PIECE ? buffer : Arrays.copyOf(buffer, count))
                            .bytes());
                }
            }
        }
        call.send(Packet.data(id, new byte[0]).bytes());
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private static <T extends @Nullable Object> T reading(Reading<T> reading) throws Unreadable {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new Unreadable(e);
        }
    }

    /** Something on this side cannot be read. */
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
