package io.github.jcompose.loader.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class DotEnvFuzzTest {
    private static final List<String> PIECES = List.of(
            "A", "B_1", "=", ":", " ", "\t", "\n", "\r\n", "\"", "'", "\\", "\\n", "$", "${", "}", "${A:-", "${B?", "#",
            " #", "export ", "é", "\u0000", "\uFEFF", "\ud800", "=\"", "='", "-", ":-", "$$", "x y");

    @Test
    void anyTextGivesVariablesOrAPlaceInIt() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 20_000);
        int parsed = 0;
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            parsed += parse(text.toString(), seed) ? 1 : 0;
        }
        assertThat(parsed).as("texts that were understood").isPositive();
    }

    private static boolean parse(String text, long seed) {
        int lines = text.split("\n", -1).length;
        try {
            DotEnv.parseRaw(text, name -> null);
            Map<String, @Nullable String> variables = DotEnv.parse(text, name -> null, (name, line) -> {});
            assertThat(variables.keySet())
                    .as("seed %s", seed)
                    .noneMatch(name -> name.contains("\n") || name.contains("="));
            return true;
        } catch (DotEnvException e) {
            assertThat(e.line()).as("seed %s", seed).isBetween(1, lines);
            assertThat(e.column()).as("seed %s", seed).isBetween(1, text.length() + 1);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
