package io.github.jcompose.runtime.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on a Unix socket and answers each request with what the test prepared, byte for byte. */
final class FakeDaemon implements AutoCloseable {
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What the daemon does after it has read a request. */
    interface Answer {
        /** {@return whether another request may follow on the connection} */
        boolean give(InputStream in, OutputStream out) throws IOException;
    }

    FakeDaemon(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        threads.execute(this::accept);
    }

    /** Prepares an answer; line ends in the head are written as HTTP has them. */
    void answer(String head, String body) {
        answer((in, out) -> {
            out.write((head.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        });
    }

    /** Prepares an answer with JSON. */
    void json(int status, String body) {
        answer(
                "HTTP/1.1 " + status + " Whatever\nContent-Type: application/json\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length,
                body);
    }

    void answer(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
    }

    /** {@return head and body of each request} */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(channel));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            InputStream in = Channels.newInputStream(channel);
            OutputStream out = Channels.newOutputStream(channel);
            boolean more = true;
            while (more) {
                requests.add(request(in));
                Answer answer;
                synchronized (answers) {
                    answer = answers.remove();
                }
                more = answer.give(in, out);
            }
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            bytes.write(next);
            head = bytes.toString(StandardCharsets.ISO_8859_1);
        }
        int length = head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElse(0);
        return head.replace("\r\n", "\n") + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
