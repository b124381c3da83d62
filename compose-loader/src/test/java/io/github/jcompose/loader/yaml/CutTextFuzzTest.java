package io.github.jcompose.loader.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reads random texts in pieces and as a whole. {@code -Djcompose.fuzz.runs=N} makes a longer run of it,
 * {@code -Djcompose.fuzz.seed=N} another one; a failure names the seed that repeats it.
 */
class CutTextFuzzTest {
    /** Lines that a random text is made of; the indent is random, too. */
    private static final List<String> LINES = List.of(
            "web:",
            "web: a",
            "db: {",
            "a: [b,",
            "c]",
            "}",
            "x: \"two",
            "y: 'two",
            "lines\"",
            "lines'",
            "t: |",
            "t: >-",
            "t: |2",
            "text",
            "text: more",
            "- item",
            "- a: b",
            "-",
            "? key",
            ": value",
            "# a comment",
            "b: c # a comment",
            "",
            "      ",
            "services:",
            "services: {a: b}",
            "services: |",
            "x-a: &a b",
            "r: !reset null",
            "!override",
            "!override o:",
            "\"q\": 1",
            "e: ''",
            "n: 1");

    @Test
    void readsRandomTextsAsOneParserDoes() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 5_000);
        int read = 0;
        for (long seed = first; seed < first + runs; seed++) {
            String text = random(new Random(seed));
            String tree = ReadText.inPieces(text, 8);
            if (tree != null) {
                read++;
                assertThat(tree).as("seed %d:%n%s", seed, text).isEqualTo(ReadText.whole(text));
            }
        }
        assertThat(read).as("texts that are cut").isGreaterThan((int) (runs / 50));
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "x: 1\nservices:\n" : "services:\n");
        int indent = 1 + random.nextInt(3);
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            boolean service = random.nextInt(3) > 0;
            text.append(" ".repeat(service ? indent : random.nextInt(7)));
            boolean usual = service && random.nextInt(3) > 0;
            text.append(usual ? "s" + i + ": a" + i : LINES.get(random.nextInt(LINES.size())));
            text.append('\n');
        }
        return text.append(random.nextBoolean() ? "networks:\n  a: b\n" : "").toString();
    }
}
