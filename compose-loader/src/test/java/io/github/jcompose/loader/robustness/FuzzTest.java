package io.github.jcompose.loader.robustness;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads random files. {@code -Djcompose.fuzz.runs=N} makes a longer run of it, {@code -Djcompose.fuzz.seed=N} another
 * one; a failure names the seed that repeats it.
 */
class FuzzTest {
    @TempDir
    Path folder;

    @Test
    void endsInAProjectOrAComposeFileException() {
        LoadFuzzer fuzzer = new LoadFuzzer(folder);
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 3_000);
        for (long seed = first; seed < first + runs; seed++) {
            long current = seed;
            assertThatNoException().as("seed " + seed).isThrownBy(() -> fuzzer.run(current));
        }
    }
}
