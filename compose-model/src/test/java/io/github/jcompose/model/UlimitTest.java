package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UlimitTest {
    @Test
    void writesSingleNumberAsNumber() {
        assertThat(Ulimit.of(65535).toTree()).isEqualTo(65535L);
    }

    @Test
    void writesBothLimitsAsMapEvenIfEqual() {
        assertThat(Ulimit.of(20000, 40000).toTree()).isEqualTo(Map.of("soft", 20000L, "hard", 40000L));
        assertThat(Ulimit.of(5, 5).toTree()).isEqualTo(Map.of("soft", 5L, "hard", 5L));
    }

    @Test
    void writesSingleZeroAsMap() {
        assertThat(Ulimit.of(0).toTree()).isEqualTo(Map.of("soft", 0L, "hard", 0L));
    }
}
