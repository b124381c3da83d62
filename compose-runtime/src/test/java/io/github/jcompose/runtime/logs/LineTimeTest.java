package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTimeTest {
    private final LineTime times = new LineTime();

    @Test
    void readsTimesOfTheSameAndOfOtherMinutes() {
        for (String time : new String[] {
            "2026-01-31T10:00:59.999999999Z",
            "2026-01-31T10:00:00.000000001Z",
            "2026-01-31T10:01:00.500000000Z",
            "2024-02-29T23:59:59.000000000Z",
            "2024-02-29T23:59:01.000000000Z"
        }) {
            assertThat(times.parse(time)).isEqualTo(Instant.parse(time));
        }
        assertThat(times.parse("2026-01-31T10:00:00+02:00")).isEqualTo(Instant.parse("2026-01-31T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "word",
                "1",
                "2026-01-31T10:00:61.000000000Z",
                "2026-01-31T10:00:5x.000000000Z",
                "2026-01-31T10:00:05.00000000xZ",
                "2026-01-31T10:00:05,000000000Z"
            })
    void takesNothingElseForATime(String text) {
        times.parse("2026-01-31T10:00:00.000000000Z");
        assertThat(times.parse(text)).isNull();
    }
}
