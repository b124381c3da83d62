package io.github.jcompose.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class ImageNameFuzzTest {
    private static final List<String> PIECES = List.of(
            "nginx",
            "a",
            "/",
            ":",
            "@",
            ".",
            "-",
            "localhost",
            ":5000",
            "docker.io/",
            "index.docker.io/",
            "library/",
            "sha256:",
            "[::1]",
            "Ä",
            " ",
            "\u0000",
            "..",
            "//",
            "1.27",
            "LATEST");

    @Test
    void readsAnyText() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 20_000);
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            ImageName name = ImageName.parse(text.toString());
            assertThat(name.tag() + name.digest()).as("seed %s: %s", seed, text).isNotEmpty();
            assertThat(name.shortName()).as("seed %s", seed).isNotNull();
        }
    }
}
