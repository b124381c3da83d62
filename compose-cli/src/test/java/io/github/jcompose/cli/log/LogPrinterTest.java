package io.github.jcompose.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.runtime.event.ContainerEvent;
import io.github.jcompose.runtime.event.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogPrinterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void alignsThePrefixesFromTheFirstLineOn() {
        LogPrinter printer = printer(new LogStyle(false, true, false));
        printer.expect(List.of("web-1", "database-1"));

        printer.line(line("web-1", "hello"));
        printer.line(line("database-1", "ready"));

        assertThat(out).hasToString("""
                web-1       | hello
                database-1  | ready
                """);
    }

    @Test
    void coloursThePrefixesInTheOrderOfAppearance() {
        LogPrinter printer = printer(new LogStyle(true, true, false));

        printer.line(line("web-1", "a"));
        printer.line(line("api-1", "b"));
        printer.line(line("web-1 ->", "c"));

        assertThat(out)
                .hasToString("\033[36mweb-1  | \033[0ma\n\033[33mapi-1  | \033[0mb\n\033[36mweb-1 ->  | \033[0mc\n");
    }

    @Test
    void writesOnlyTheTextWithoutPrefix() {
        LogPrinter printer = printer(new LogStyle(true, false, false));

        printer.line(line("web-1", "hello\rworld"));

        assertThat(out).hasToString("hello\rworld\n");
    }

    @Test
    void writesTheErrorOutputOfContainersApartWhereAsked() {
        LogLine failure = line("web-1", LogLine.Stream.STDERR, "oh", null);

        printer(new LogStyle(false, true, true)).line(failure);
        assertThat(out.size()).isZero();
        assertThat(err).hasToString("web-1  | oh\n");

        printer(new LogStyle(false, true, false)).line(failure);
        assertThat(out).hasToString("web-1  | oh\n");
    }

    @Test
    void writesTimesWithNineDigits() {
        printer(new LogStyle(false, true, false))
                .line(line("web-1", LogLine.Stream.STDOUT, "hello", Instant.parse("2026-01-31T12:00:00.0123Z")));

        assertThat(out).hasToString("web-1  | 2026-01-31T12:00:00.012300000Z hello\n");
    }

    @Test
    void tellsHowContainersEnded() {
        LogPrinter printer = printer(new LogStyle(false, true, true));

        printer.status(exit(3, false));
        printer.status(exit(1, true));
        printer.status(new ContainerEvent(ContainerEvent.Type.STARTED, "web-1", "web", "p-web-1", null, 0, false));

        assertThat(out).hasToString("""
                web-1 exited with code 3
                web-1 exited with code 1 (restarting)
                """);
    }

    @Test
    void endsWhenNobodyReads() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        PrintStream stream = new PrintStream(closed, false, StandardCharsets.UTF_8);
        LogPrinter printer = new LogPrinter(stream, stream, new LogStyle(false, true, false));

        assertThatThrownBy(() -> printer.line(line("web-1", "x"))).isInstanceOf(OutputClosedException.class);
    }

    private LogPrinter printer(LogStyle style) {
        return new LogPrinter(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                style);
    }

    private static LogLine line(String source, String text) {
        return line(source, LogLine.Stream.STDOUT, text, null);
    }

    private static LogLine line(String source, LogLine.Stream stream, String text, @Nullable Instant time) {
        return new LogLine(source, "web", "p-" + source, 1, stream, text, time);
    }

    private static ContainerEvent exit(int code, boolean restarting) {
        return new ContainerEvent(ContainerEvent.Type.EXITED, "web-1", "web", "p-web-1", null, code, restarting);
    }
}
