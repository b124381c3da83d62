package io.github.jcompose.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes compose files of many services that look like those people write: web services in front of databases. */
public final class ComposeFileGenerator {
    /** Every so many services a database follows, which those after it depend on. */
    private static final int GROUP = 10;

    private final StringBuilder text = new StringBuilder();

    private ComposeFileGenerator() {}

    /** Writes a file: the number of services and the file's name are the arguments. */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), composeFile(Integer.parseInt(args[0])));
    }

    /** {@return the text of a compose file} */
    static String composeFile(int services) {
        ComposeFileGenerator generator = new ComposeFileGenerator();
        generator.text.append("name: generated\nservices:\n");
        for (int i = 0; i < services; i++) {
            if (i % GROUP == 0) {
                generator.database(i);
            } else {
                generator.web(i);
            }
        }
        generator.text.append("networks:\n  front: {}\n  back:\n    internal: true\nvolumes:\n");
        for (int i = 0; i < services; i += GROUP) {
            generator.text.append("  data").append(i).append(": {}\n");
        }
        return generator.text.toString();
    }

    private void database(int i) {
        text.append("""
                  db%1$d:
                    image: postgres:${POSTGRES_TAG:-16}
                    environment:
                      POSTGRES_USER: app
                      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-secret}
                      POSTGRES_DB: app%1$d
                    volumes:
                      - data%1$d:/var/lib/postgresql/data
                    networks: [back]
                    healthcheck:
                      test: ["CMD-SHELL", "pg_isready -U app"]
                      interval: 10s
                      timeout: 1m30s
                      retries: 5
                """.formatted(i));
    }

    private void web(int i) {
        text.append("""
                  web%1$d:
                    image: registry.example.com/team/web:1.%1$d
                    command: ["serve", "--port", "8080", "--name", "web%1$d"]
                    environment:
                      - DATABASE_URL=postgres://app@db%2$d/app%2$d
                      - LOG_LEVEL=${LOG_LEVEL:-info}
                      - REPLICA=%1$d
                    ports:
                      - "%3$d:8080"
                    volumes:
                      - ./config/web%1$d.yaml:/etc/web.yaml:ro
                    depends_on:
                      db%2$d:
                        condition: service_healthy
                    networks:
                      front:
                        aliases: [w%1$d]
                      back:
                    labels:
                      com.example.team: web
                      com.example.index: "%1$d"
                    restart: unless-stopped
                    deploy:
                      resources:
                        limits:
                          cpus: "0.5"
                          memory: 256M
                """.formatted(i, i / GROUP * GROUP, 1024 + i));
    }
}
