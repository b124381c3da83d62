package io.github.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteLoginTest {
    private final List<String> logins = new CopyOnWriteArrayList<>();

    @TempDir
    Path cache;

    @Test
    void usesTheLoginsOfDockerForARemoteFile() throws IOException {
        try (ServerSocket registry = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> serve(registry));
            thread.setDaemon(true);
            thread.start();
            String host = "127.0.0.1:" + registry.getLocalPort();
            String login = Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));
            String settings = "{\"auths\": {\"" + host + "\": {\"auth\": \"" + login + "\"}}}";
            ByteArrayOutputStream err = new ByteArrayOutputStream();

            int code = Cli.run(
                    List.of("-f", "oci://" + host + "/team/shop:1", "config", "-q"),
                    Map.of("DOCKER_AUTH_CONFIG", settings, "XDG_CACHE_HOME", cache.toString()),
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8));

            assertThat(logins).startsWith("none", "Basic " + login);
            assertThat(code).isNotZero();
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("no version 1")
                    .doesNotContain("secret", login);
        }
    }

    /** A registry that wants a login, and has nothing. */
    private void serve(ServerSocket registry) {
        while (true) {
            try (Socket socket = registry.accept()) {
                String login = login(socket);
                logins.add(login);
                String answer = login.equals("none")
                        ? "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"registry\""
                        : "404 Not Found";
                String text = "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    private static String login(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String login = "none";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Authorization: ", 0, 15)) {
                login = line.substring(15);
            }
        }
        return login;
    }
}
