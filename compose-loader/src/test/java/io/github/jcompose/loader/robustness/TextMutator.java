package io.github.jcompose.loader.robustness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages text: bytes, lines, indents and values. */
final class TextMutator {
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "~",
            "[]",
            "{}",
            "-1",
            "1e400",
            ".inf",
            ".nan",
            "\"\"",
            "''",
            "${X",
            "$A",
            "[[a], [b]]",
            "{a: {b: c}}",
            "{x-a: 1}",
            "*a",
            "&a",
            "&a b",
            "!reset",
            "!override [a]",
            "!reset null",
            "!!binary AAAA",
            "!!float 1",
            "!!int x",
            "!!str",
            "2020-01-02",
            "0x10",
            "0o17",
            "1_000",
            "|",
            ">",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "<<",
            "? a",
            "- a",
            "@",
            "%",
            "99999999999999999999999",
            "true",
            "yes",
            "{<<: *a}");

    private final Random random;

    TextMutator(Random random) {
        this.random = random;
    }

    byte[] mutate(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int times = random.nextInt(4);
        for (int i = 0; i < times && !lines.isEmpty(); i++) {
            mutate(lines, random.nextInt(lines.size()));
        }
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(12) - 8; i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void mutate(List<String> lines, int at) {
        String line = lines.get(at);
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, " ".repeat(random.nextInt(9)) + line.strip());
            case 3 -> lines.set(at, " " + line);
            case 4 -> lines.set(at, line.replaceFirst("^( *-?).*", "$1 " + random.nextInt(9)));
            case 5 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
            default -> {
                int colon = line.indexOf(':');
                lines.set(at, line.substring(0, colon < 0 ? line.length() : colon + 1) + " " + value());
            }
        }
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
