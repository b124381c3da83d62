package io.github.jcompose.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs commands that change nothing, so that the JVM meets the classes they need. The launcher has it write them to
 * the archive that makes later starts quick.
 */
public final class StartupTraining {
    private static final String PROJECT = "jcompose-startup-training";
    private static final String FILE = """
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
            List.of("-f", "-", "-p", PROJECT, "config"),
            List.of("-f", "-", "-p", PROJECT, "config", "--format", "json"),
            List.of("-f", "-", "-p", PROJECT, "config", "-q"),
            List.of("-f", "-", "-p", PROJECT, "ps", "-a"),
            List.of("-f", "-", "-p", PROJECT, "--ansi", "always", "--progress", "tty", "up", "--dry-run"),
            List.of("-p", PROJECT, "logs"),
            List.of("-p", PROJECT, "stop"),
            List.of("ls"));

    private StartupTraining() {}

    /** Runs the commands; that one fails, such as where there is no engine, does not matter. */
    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        for (List<String> line : COMMAND_LINES) {
            ByteArrayInputStream in = new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8));
            Cli.run(line, System.getenv(), in, nowhere, nowhere);
        }
        System.exit(0);
    }
}
