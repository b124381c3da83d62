package io.github.jcompose.runtime.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.host.HostOptions;
import io.github.jcompose.runtime.engine.host.TlsFiles;
import io.github.jcompose.runtime.error.EngineUnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nApi-Version: 1.47\r\nOstype: linux\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    private Path empty;

    private SSLServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = (SSLServerSocket) TlsFiles.in(certificates(), true)
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(true);
        Thread thread = new Thread(this::accept, "fake-engine");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                answer(socket.getInputStream(), socket.getOutputStream());
            } catch (IOException e) {
                // The client did not like what it saw, or the test is over.
            }
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        int ends = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            if (ends == 2) {
                out.write(ANSWER.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }

    @Test
    void provesItsIdentityAndChecksTheEngines() throws Exception {
        try (Engine engine = Engines.connect(options("localhost", certificates(), "1"))) {
            assertThat(engine.info().apiVersion()).hasToString("1.47");
        }
    }

    @Test
    void refusesAnEngineThatNobodyVouchesFor() {
        try (Engine engine = Engines.connect(options("localhost", empty, "1"))) {
            assertThatThrownBy(engine::info)
                    .isInstanceOf(EngineUnreachableException.class)
                    .hasMessageContaining("check ca.pem, cert.pem and key.pem");
        }
    }

    @Test
    void trustsAnyEngineWhereTheUserWantsIt() throws Exception {
        HostOptions options = options("127.0.0.1", certificates(), "");
        try (Engine engine = Engines.connect(options)) {
            assertThat(engine.info().osType()).isEqualTo("linux");
        }
    }

    private HostOptions options(String host, Path certificates, String verify) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", empty.toString());
        environment.put("DOCKER_HOST", "tcp://" + host + ":" + server.getLocalPort());
        environment.put("DOCKER_CERT_PATH", certificates.toString());
        environment.put("DOCKER_TLS", "1");
        environment.put("DOCKER_TLS_VERIFY", verify);
        return HostOptions.of(environment);
    }

    private static Path certificates() throws Exception {
        URL ca = Objects.requireNonNull(HostOptions.class.getResource("tls/ca.pem"));
        return Objects.requireNonNull(Path.of(ca.toURI()).getParent());
    }
}
