package io.github.jcompose.runtime.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GrpcConnectionTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong consumed = new AtomicLong();
    private GrpcConnection client;
    private GrpcConnection server;

    GrpcConnectionTest() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket one = new Socket(listener.getInetAddress(), listener.getLocalPort());
            Socket other = listener.accept();
            server = GrpcConnection.server(
                    new SocketDuplex(other),
                    Map.of(
                            "/t/Echo",
                            GrpcMethod.unary(request -> request),
                            "/t/Fail",
                            GrpcMethod.unary(request -> {
                                throw new GrpcException(GrpcException.NOT_FOUND, "nicht da: 100 % ü\n");
                            }),
                            "/t/Broken",
                            call -> {
                                throw new IllegalStateException("broken");
                            },
                            "/t/Reverse",
                            GrpcConnectionTest::reverse,
                            "/t/Count",
                            this::count),
                    threads);
            client = GrpcConnection.client(new SocketDuplex(one), threads);
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        threads.shutdownNow();
    }

    private static void reverse(GrpcStream call) throws IOException {
        for (byte[] message = call.receive(); message != null; message = call.receive()) {
            call.send(bytes(new StringBuilder(text(message)).reverse().toString()));
        }
    }

    private void count(GrpcStream call) throws IOException {
        long sum = 0;
        for (byte[] message = call.receive(); message != null; message = call.receive()) {
            sum += message.length;
            consumed.set(sum);
        }
        call.send(bytes(String.valueOf(sum)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void carriesMessagesOfAllSizes() throws IOException {
        for (int size : List.of(0, 1, 16_379, 16_384, 70_000, 5_000_000)) {
            byte[] message = new byte[size];
            Arrays.fill(message, (byte) size);
            assertThat(client.call("/t/Echo", message)).isEqualTo(message);
        }
    }

    @Test
    void carriesManyCallsAtOnce() {
        List<CompletableFuture<String>> calls = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return text(client.call("/t/Echo", bytes("call " + i)));
                            } catch (IOException e) {
                                return e.toString();
                            }
                        },
                        threads))
                .toList();

        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).join()).isEqualTo("call " + i);
        }
    }

    @Test
    void carriesAConversation() throws IOException {
        GrpcStream call = client.open("/t/Reverse");
        call.send(bytes("abc"));
        assertThat(call.receive()).isEqualTo(bytes("cba"));
        call.send(bytes("12"));
        assertThat(call.receive()).isEqualTo(bytes("21"));
        call.sendEnd();
        assertThat(call.receive()).isNull();
    }

    @Test
    void holdsBackASenderUntilTheOtherSideHasRead() throws IOException {
        GrpcStream call = client.open("/t/Count");
        byte[] piece = new byte[1 << 16];
        for (int i = 0; i < 800; i++) {
            call.send(piece);
            assertThat((i + 1L) * piece.length - consumed.get())
                    .as("what is under way")
                    .isLessThan(3L * Http2Stream.WINDOW);
        }
        call.sendEnd();

        assertThat(call.receive()).isEqualTo(bytes(String.valueOf(800L << 16)));
    }

    @Test
    void tellsWhyACallFails() {
        assertThatThrownBy(() -> client.call("/t/Fail", new byte[0]))
                .isInstanceOf(GrpcException.class)
                .hasMessage("nicht da: 100 % ü\n")
                .extracting(e -> ((GrpcException) e).code())
                .isEqualTo(GrpcException.NOT_FOUND);
        assertThatThrownBy(() -> client.call("/t/Nothing", new byte[0]))
                .isInstanceOf(GrpcException.class)
                .extracting(e -> ((GrpcException) e).code())
                .isEqualTo(GrpcException.UNIMPLEMENTED);
        assertThatThrownBy(() -> client.call("/t/Broken", new byte[0]))
                .isInstanceOf(GrpcException.class)
                .hasMessage("broken");
    }

    @Test
    void tellsWhyACallHasFailedBeforeAllWasSent() throws IOException {
        GrpcStream call = client.open("/t/Fail");
        call.send(new byte[0]);
        for (boolean ended = false; !ended; ) {
            try {
                call.receive();
            } catch (GrpcException e) {
                ended = true;
            }
        }
        call.send(new byte[1]);
        call.sendEnd();

        assertThatThrownBy(call::receive).isInstanceOf(GrpcException.class).hasMessage("nicht da: 100 % ü\n");
    }

    @Test
    void endsCallsWhenTheConnectionIsLost() throws IOException {
        GrpcStream call = client.open("/t/Reverse");
        call.send(bytes("a"));
        assertThat(call.receive()).isEqualTo(bytes("a"));

        server.close();

        assertThatThrownBy(call::receive).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.call("/t/Echo", new byte[0])).isInstanceOf(IOException.class);
    }

    @Test
    void givesUpWhenTheThreadIsInterrupted() throws IOException {
        GrpcStream call = client.open("/t/Reverse");
        Thread.currentThread().interrupt();

        assertThatThrownBy(call::receive).isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private record SocketDuplex(Socket socket) implements Duplex {
        @Override
        public InputStream input() {
            try {
                return socket.getInputStream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public OutputStream output() {
            try {
                return socket.getOutputStream();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void closeOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
