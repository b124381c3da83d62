package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReferenceTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "10m, 2026-01-31T11:50:00Z",
        "1h30m, 2026-01-31T10:30:00Z",
        "2026-01-30, 2026-01-29T23:00:00Z",
        "2026-01-30T10:00:00Z, 2026-01-30T10:00:00Z",
        "2026-01-30T10:00:00+02:00, 2026-01-30T08:00:00Z",
        "2026-01-30T10:00:00, 2026-01-30T09:00:00Z",
        "1769860800, 2026-01-31T12:00:00Z",
        "1769860800.5, 2026-01-31T12:00:00.500Z"
    })
    void readsWhatUsersOfDockerWrite(String text, Instant expected) {
        assertThat(TimeReference.parse(text, NOON, ZoneId.of("Europe/Berlin"))).isEqualTo(expected);
    }

    @Test
    void showsHowToWriteATime() {
        assertThatThrownBy(() -> TimeReference.parse("yesterday", NOON, ZoneOffset.UTC))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("invalid time 'yesterday'; expected for example 10m");
    }
}
