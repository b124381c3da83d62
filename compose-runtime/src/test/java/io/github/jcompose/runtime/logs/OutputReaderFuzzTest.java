package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.event.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class OutputReaderFuzzTest {
    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            "\r",
            " ",
            "a line",
            "grüß €",
            "\ud83d\ude00",
            "2026-01-01T00:00:00.000000000Z",
            "2026-01-01T00:00:00.123456789Z ",
            "2026-13-41T25:61:61.999999999Z ",
            "2026-01-01T00:00:61.000000000Z ",
            "2026-01-01T00:00:00Z ",
            "2026-01-01T00:00:00.1+01:00 ",
            "+999999999-12-31T23:59:59.999999999Z ",
            "2026-01-01T00:00:0\u0660.000000000Z ",
            "9",
            "\u0000",
            "\u001b[31m");

    private static byte[] text(Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = text.toByteArray();
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static List<LogLine> read(byte[] bytes, Random random, boolean timestamped) {
        List<LogLine> lines = new ArrayList<>();
        OutputReader reader =
                new OutputReader(new LogSource("id", "web-1", "web", "p-web-1", 1), lines::add, timestamped, null);
        int position = 0;
        while (position < bytes.length) {
            int end = position + 1 + random.nextInt(bytes.length - position);
            reader.take(new Frame(Frame.Source.STDOUT, Arrays.copyOfRange(bytes, position, end)));
            position = end;
        }
        reader.end();
        return lines;
    }

    @Test
    void cutsAnyBytesIntoLinesWhereverTheirFramesEnd() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Math.max(Long.getLong("jcompose.fuzz.runs", 20_000) / 4, 1);
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            byte[] bytes = text(random);
            String text = new String(bytes, StandardCharsets.UTF_8);
            try {
                List<String> lines =
                        read(bytes, random, false).stream().map(LogLine::text).toList();
                List<String> wanted = new ArrayList<>(List.of(text.split("\n", -1)));
                if (wanted.get(wanted.size() - 1).isEmpty()) {
                    wanted.remove(wanted.size() - 1);
                }
                wanted.replaceAll(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
                assertThat(lines).as("seed %s", seed).isEqualTo(wanted);
                List<LogLine> timed = read(bytes, random, true);
                assertThat(timed)
                        .as("seed %s", seed)
                        .allMatch(line -> !line.text().contains("\n"));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }
}
