package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real engine on a Unix socket of its own, passes everything on, and does harm to the call that it is
 * told of. A call is written as {@code POST /containers/{id}/start}.
 */
public final class FaultProxy implements AutoCloseable {
    private final Path engine;
    private final Path socket;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<ProxiedConnection> connections = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Fault> harm = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private boolean silent;
    private long bytes;

    private FaultProxy(Path engine, Path socket, ServerSocketChannel server) {
        this.engine = engine;
        this.socket = socket;
        this.server = server;
    }

    /**
     * {@return a proxy that listens}
     *
     * @param engine the engine's socket
     */
    public static FaultProxy before(Path engine) throws IOException {
        Path socket = Files.createTempDirectory("faults").resolve("engine.sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        FaultProxy proxy = new FaultProxy(engine, socket, server);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    /** {@return where it listens, such as {@code unix:///tmp/engine.sock}} */
    public String host() {
        return "unix://" + socket;
    }

    /**
     * Forgets the calls so far, and harms one that is still to come.
     *
     * @param call such as {@code POST /containers/{id}/start #2}; without a number, the first one
     */
    public synchronized void harm(String call, Fault fault) {
        forget();
        harmAlso(call, fault);
    }

    /** Forgets the calls so far, and ends the connection of one that changes the protocol when so many bytes have passed. */
    public synchronized void cut(String call, long afterBytes) {
        harm(call, Fault.CUT_LATER);
        bytes = afterBytes;
    }

    /** {@return how many connections of clients are open} */
    public synchronized long connections() {
        return connections.stream().filter(ProxiedConnection::isOpen).count();
    }

    private synchronized long bytes() {
        return bytes;
    }

    /** Harms one more call that is still to come. */
    public synchronized void harmAlso(String call, Fault fault) {
        harm.put(call.contains(" #") ? call : call + " #1", fault);
    }

    /** Forgets the calls so far, and harms none. */
    public synchronized void forget() {
        harm.clear();
        seen.clear();
        unanswered.clear();
        silent = false;
        calls.clear();
    }

    /** {@return whether every call that was to be harmed has come} */
    public synchronized boolean hasHarmed() {
        return harm.isEmpty();
    }

    /** {@return the calls so far, each with how many of its kind it was} */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** {@return the calls that a silent engine has left unanswered} */
    public synchronized Set<String> unanswered() {
        return Set.copyOf(unanswered);
    }

    private synchronized @Nullable Fault faultOf(String call) {
        String numbered = call + " #" + seen.merge(call, 1, Integer::sum);
        calls.add(numbered);
        Fault fault = harm.remove(numbered);
        silent |= fault == Fault.SILENCE;
        if (silent) {
            unanswered.add(call);
        }
        return silent ? Fault.SILENCE : fault;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel behind = SocketChannel.open(UnixDomainSocketAddress.of(engine));
                ProxiedConnection connection =
                        new ProxiedConnection(new ByteLink(client), new ByteLink(behind), this::faultOf, this::bytes);
                synchronized (this) {
                    connections.add(connection);
                }
                connection.start(threads);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** Waits until the engine has done what it was told by clients that may have gone. */
    public void settle() throws InterruptedException {
        List<ProxiedConnection> all;
        synchronized (this) {
            all = List.copyOf(connections);
        }
        for (ProxiedConnection connection : all) {
            connection.settle();
        }
    }

    /** Ends all connections, as an engine does that is stopped; new ones are taken. */
    public void cutAll() {
        List<ProxiedConnection> all;
        synchronized (this) {
            all = List.copyOf(connections);
            connections.clear();
        }
        all.forEach(ProxiedConnection::close);
    }

    @Override
    public void close() {
        try {
            server.close();
            cutAll();
            threads.shutdownNow();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(java.util.Objects.requireNonNull(socket.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
