package io.github.jcompose.runtime;

import io.github.jcompose.loader.ComposeLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that opens an environment, says where its web server is and what that says, and stays until it is killed. */
final class Guest {
    private Guest() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Compose compose = Compose.connect();
        Environment environment = compose.open(
                ComposeLoader.load(Path.of(arguments[0])),
                EnvironmentOptions.isolated()
                        .waits(List.of(WaitFor.http("web", 80, "/")))
                        .build());
        URI uri = environment.service("web").uri("http", 80);
        try (InputStream page = uri.toURL().openStream()) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8).strip();
            System.out.println("page " + environment.name() + " " + uri.getHost() + " " + text);
        }
        System.out.flush();
        Thread.sleep(600_000);
    }
}
