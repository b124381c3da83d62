package io.github.jcompose.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Stands before an engine's socket and writes down the first line of each request, until it is ended. */
public final class CallCounter {
    private final Path engine;
    private final Path calls;

    private CallCounter(Path engine, Path calls) {
        this.engine = engine;
        this.calls = calls;
    }

    /** Counts: the engine's socket, the socket to make, and the file for the requests are the arguments. */
    public static void main(String[] args) throws IOException {
        CallCounter counter = new CallCounter(Path.of(args[0]), Path.of(args[2]));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(args[1]));
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel target = SocketChannel.open(UnixDomainSocketAddress.of(counter.engine));
                daemon(() -> counter.requests(client, target));
                daemon(() -> answers(target, client));
            }
        }
    }

    private void requests(SocketChannel client, SocketChannel target) {
        try (client;
                target) {
            InputStream input = new BufferedInputStream(Channels.newInputStream(client), 1 << 16);
            OutputStream output = Channels.newOutputStream(target);
            for (String head = head(input); !head.isEmpty(); head = head(input)) {
                Files.writeString(
                        calls,
                        head.lines().findFirst().orElse("") + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                output.write(head.getBytes(StandardCharsets.ISO_8859_1));
                body(head.toLowerCase(Locale.ROOT), input, output);
            }
        } catch (IOException e) {
            // One side has gone.
        }
    }

    private static void body(String head, InputStream input, OutputStream output) throws IOException {
        if (head.contains("\r\nupgrade:")) {
            input.transferTo(output);
        } else if (head.contains("\r\ntransfer-encoding: chunked")) {
            for (int size = -1; size != 0; ) {
                String line = line(input);
                size = Integer.parseInt(line.strip().replaceFirst(";.*", ""), 16);
                output.write(line.getBytes(StandardCharsets.ISO_8859_1));
                output.write(input.readNBytes(size));
                output.write(line(input).getBytes(StandardCharsets.ISO_8859_1));
            }
        } else {
            int start = head.indexOf("\r\ncontent-length:");
            if (start >= 0) {
                String length = head.substring(start + 17, head.indexOf('\r', start + 2));
                output.write(input.readNBytes(Integer.parseInt(length.strip())));
            }
        }
    }

    /** {@return the lines up to and with the empty one; nothing at the end} */
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            head.append(line);
            if (line.equals("\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next >= 0; next = input.read()) {
            line.append((char) next);
            if (next == '\n') {
                return line.toString();
            }
        }
        return "";
    }

    private static void answers(SocketChannel target, SocketChannel client) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (client) {
            while (target.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    client.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            // One side has gone.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "calls");
        thread.setDaemon(true);
        thread.start();
    }
}
