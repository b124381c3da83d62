package io.github.jcompose.cli.it;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A registry that the machines of a swarm reach, and that lets nobody in without a password. */
final class LockedRegistry implements AutoCloseable {
    /** Who may come in, and with what. */
    static final String LOGIN = "tester:s3cret-pa55";

    private static final String ENTRY = "tester:$2y$05$abcdefghijklmnopqrstuuOCF.GkRv1vFPvtkwfdxmhQ9dQc6ZI22\n";

    private final Process process;
    private final InetSocketAddress address;

    private LockedRegistry(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * {@return a registry at that address of this machine from where a node is reached}
     *
     * @param folder for its files
     * @param node the address of a machine
     */
    static LockedRegistry start(Path folder, String node) throws IOException {
        InetSocketAddress address = address(node);
        Files.writeString(folder.resolve("htpasswd"), ENTRY);
        Path config = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: "%1$s/data"}}
                http: {addr: "%2$s:%3$d"}
                auth: {htpasswd: {realm: test, path: "%1$s/htpasswd"}}
                """.formatted(
                        folder, address.getAddress().getHostAddress(), address.getPort()));
        Process process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        LockedRegistry registry = new LockedRegistry(process, address);
        TestSwarm.await("the registry answers", registry::connect, outcome -> outcome.code() == 0);
        return registry;
    }

    private static InetSocketAddress address(String node) throws IOException {
        InetAddress here;
        try (DatagramSocket socket = new DatagramSocket()) {
            // Sends nothing.
            socket.connect(InetAddress.getByName(node), 2377);
            here = socket.getLocalAddress();
        }
        try (ServerSocket free = new ServerSocket(0, 1, here)) {
            return new InetSocketAddress(here, free.getLocalPort());
        }
    }

    private Launcher.Outcome connect() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1000);
            return new Launcher.Outcome("connect", 0, "", "");
        } catch (IOException e) {
            return new Launcher.Outcome("connect", 1, "", e + "; the registry runs: " + process.isAlive());
        }
    }

    /** {@return its name, as it stands before the names of images} */
    String host() {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Writes the settings of docker of somebody who has logged in. */
    void logIn(Path dockerConfig) throws IOException {
        Files.writeString(
                dockerConfig.resolve("config.json"),
                "{\"auths\":{\"" + host() + "\":{\"auth\":\"" + secret() + "\"}}}");
    }

    /** {@return the password as it is sent, which must not be seen anywhere} */
    static String secret() {
        return Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(e -> process.destroyForcibly())
                .join();
    }
}
