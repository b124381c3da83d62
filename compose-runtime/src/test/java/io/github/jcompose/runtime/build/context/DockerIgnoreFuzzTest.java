package io.github.jcompose.runtime.build.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.ComposeException;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class DockerIgnoreFuzzTest {
    private static final List<String> PIECES = List.of(
            "a", "b.txt", "*", "**", "?", "/", "!", "#", "\\", "[", "]", "[a-b]", "[^a]", "[]", "-", "..", ".", " ",
            "\n", "\r\n", "\t", "(", ")", "{", "}", "+", "^", "$", "|", "é", "\uFEFF", "\\E", "\\Q");
    private static final List<String> PATHS =
            List.of("a", "b.txt", "a/b.txt", "a/a/a", "(", "é", "[", "a b", "..a", "\\", "+/^");

    @Test
    void anyTextIsReadOrItsLineIsNamed() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 20_000);
        int read = 0;
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            try {
                DockerIgnore ignore = DockerIgnore.parse(text.toString(), "file", List.of("kept"));
                for (String path : PATHS) {
                    ignore.excludes(new BitSet(), path);
                    ignore.mayTakeBack(path);
                }
                assertThat(ignore.excludes(new BitSet(), "kept"))
                        .as("seed %s", seed)
                        .isFalse();
                read++;
            } catch (ComposeException e) {
                assertThat(e).as("seed %s", seed).hasMessageMatching("(?s)file, line [0-9]+: .+");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(read).as("texts that were understood").isPositive();
    }
}
