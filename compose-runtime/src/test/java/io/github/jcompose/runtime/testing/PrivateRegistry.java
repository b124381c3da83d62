package io.github.jcompose.runtime.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A registry on this machine that lets nobody in without a password. The engine allows such a one without TLS. */
public final class PrivateRegistry implements AutoCloseable {
    /** Who may come in. */
    public static final String USER = "tester";

    /** With what. */
    public static final String PASSWORD = "s3cret-pa55";

    private static final String BCRYPT = "$2y$05$abcdefghijklmnopqrstuuOCF.GkRv1vFPvtkwfdxmhQ9dQc6ZI22";

    private final Process process;
    private final Path folder;
    private final int port;

    private PrivateRegistry(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** {@return a registry; the tests are skipped if the program is not installed} */
    public static PrivateRegistry start(Path folder) throws IOException {
        return start(folder, "");
    }

    /** {@return such a registry that speaks TLS, with {@link #certificates}} */
    public static PrivateRegistry startWithTls(Path folder) throws IOException {
        OwnCertificate.write(folder);
        return start(folder, ", tls: {certificate: \"%1$s/ca.crt\", key: \"%1$s/key.pem\"}".formatted(folder));
    }

    private static PrivateRegistry start(Path folder, String tls) throws IOException {
        Path program = Stream.of("/usr/bin/docker-registry", "/usr/local/bin/registry", "/bin/registry")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("docker-registry is not installed"));
        int port = freePort();
        Files.writeString(folder.resolve("htpasswd"), USER + ":" + BCRYPT + "\n");
        Path config = Files.writeString(folder.resolve("registry.yml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: "%1$s/data"}, delete: {enabled: true}}
                http: {addr: "127.0.0.1:%2$d"%3$s}
                auth: {htpasswd: {realm: test, path: "%1$s/htpasswd"}}
                """.formatted(folder, port, tls));
        Process process = new ProcessBuilder(program.toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        PrivateRegistry registry = new PrivateRegistry(process, folder, port);
        registry.await();
        return registry;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    close();
                    throw new IOException(
                            "the registry does not start: " + Files.readString(folder.resolve("registry.log")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** {@return its name, as it stands before the names of images} */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** {@return a folder as {@code certs.d}, with the certificate of this registry} */
    public Path certificates() throws IOException {
        Path certificates = folder.resolve("certs.d");
        Path own = Files.createDirectories(certificates.resolve(host()));
        Files.copy(folder.resolve("ca.crt"), own.resolve("ca.crt"), StandardCopyOption.REPLACE_EXISTING);
        return certificates;
    }

    /** {@return a folder for DOCKER_CONFIG with those credentials} */
    public Path dockerConfig(String name, String password) throws IOException {
        Path config = Files.createDirectories(folder.resolve(name));
        String auth = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                config.resolve("config.json"), "{\"auths\":{\"" + host() + "\":{\"auth\":\"" + auth + "\"}}}");
        return config;
    }

    /** {@return a folder for DOCKER_CONFIG that has a helper tell them; the helper is in that folder} */
    public Path helperConfig() throws IOException {
        Path config = Files.createDirectories(folder.resolve("helped"));
        Files.writeString(config.resolve("config.json"), "{\"credHelpers\":{\"" + host() + "\":\"fake\"}}");
        Path helper = Files.writeString(config.resolve("docker-credential-fake"), """
                #!/bin/sh
                read server
                echo "{\\"ServerURL\\":\\"$server\\",\\"Username\\":\\"%s\\",\\"Secret\\":\\"%s\\"}"
                """.formatted(USER, PASSWORD));
        if (!helper.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + helper + " a program");
        }
        return config;
    }

    /** {@return what must not be seen anywhere} */
    public List<String> secrets() {
        return List.of(
                PASSWORD, Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
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
