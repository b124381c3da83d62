package io.github.jcompose.runtime;

import io.github.jcompose.loader.ComposeLoader;
import java.io.IOException;
import java.nio.file.Path;

/** A program that opens an environment, says its name, and ends without closing it when it is told to. */
final class Tenant {
    private Tenant() {}

    public static void main(String[] arguments) throws IOException {
        Compose compose = Compose.connect();
        Environment environment = compose.open(
                ComposeLoader.load(Path.of(arguments[0])),
                EnvironmentOptions.isolated().build());
        System.out.println(environment.name());
        System.out.flush();
        System.in.read();
        System.exit(0);
    }
}
