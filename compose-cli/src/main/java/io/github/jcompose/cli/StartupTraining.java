package io.github.jcompose.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs commands that change nothing, so that the JVM meets the classes they need. The launcher has it write them to
 * the archive that makes later starts quick.
 */
public final class StartupTraining {
    private static final String PROJECT = "jcompose-startup-training";
    private static final String FILE = """
            name: jcompose-startup-training
            services:
              web:
                image: nginx:${TAG:-1.25}
                ports: ["8080:80", "127.0.0.1::443/udp"]
                environment: {A: "1", B: null}
                depends_on: {db: {condition: service_healthy}}
                volumes: ["data:/data", "./html:/html:ro"]
                networks: [front, back]
                deploy: {replicas: 2, resources: {limits: {memory: 64M}}}
              db:
                image: postgres:16
                command: ["postgres", "-c", "fsync=off"]
                environment: ["POSTGRES_PASSWORD=x"]
                healthcheck: {test: pg_isready, interval: 5s}
                labels: {a.b: c}
                secrets: [key]
                networks: [back]
            networks: {front: {}, back: {internal: true}}
            volumes: {data: {}}
            secrets: {key: {environment: HOME}}
            """;
    private static final List<List<String>> COMMAND_LINES = List.of(
            List.of("--help"),
            List.of("version"),
            List.of("config"),
            List.of("config", "--format", "json"),
            List.of("-f", "compose.yaml", "config", "-q"),
            List.of("-f", "parser.yaml", "config", "-q"),
            List.of("ps", "-a"),
            List.of("--ansi", "always", "--progress", "tty", "up", "--dry-run"),
            List.of("-p", PROJECT, "logs"),
            List.of("-p", PROJECT, "stop"),
            List.of("ls"));

    private StartupTraining() {}

    /**
     * Runs the commands; that one fails, such as where there is no engine, does not matter.
     *
     * @throws IOException if no temporary file can be written
     */
    public static void main(String[] args) throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory(PROJECT);
        Path file = folder.resolve("compose.yaml");
        // What is not read without the parser of YAML.
        Path other = folder.resolve("parser.yaml");
        try {
            Files.writeString(file, FILE);
            Files.writeString(other, "x-common: &common {tty: true}\n" + FILE);
            for (List<String> line : COMMAND_LINES) {
                Main.run(line, InputStream.nullInputStream(), nowhere, nowhere, folder);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(other);
            Files.deleteIfExists(folder);
        }
        System.exit(0);
    }
}
