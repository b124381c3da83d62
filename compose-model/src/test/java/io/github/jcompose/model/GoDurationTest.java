package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "90s, 1m30s",
        "1d, 24h0m0s",
        "1w, 168h0m0s",
        "1.5h, 1h30m0s",
        "10us, 10µs",
        "10µs, 10µs",
        "10μs, 10µs",
        "1500us, 1.5ms",
        "1ns, 1ns",
        "0, 0s",
        "0s, 0s",
        "-0, 0s",
        "-1m30s, -1m30s",
        "+5s, 5s",
        "1h30m, 1h30m0s",
        "1m0.5s, 1m0.5s",
        "100ms, 100ms",
        "1.000000001s, 1.000000001s",
        ".5s, 500ms",
        "1.s, 1s",
        "3600s, 1h0m0s",
    })
    void writesWhatItReadsInGoSpelling(String text, String written) {
        assertThat(GoDuration.format(GoDuration.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "100, the unit is missing",
        "1M, 'unknown unit ''M'''",
        "1x, 'unknown unit ''x'''",
        "abc, it is not a number with a unit",
        "'', it is not a number with a unit",
        "'1s ', 'unknown unit ''s '''",
        "1s2, the unit is missing",
        ".s, it is not a number with a unit",
        "-, it is not a number with a unit",
        "300000h1000000w, it is too long",
    })
    void saysWhatIsWrong(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(text))
                .withMessageContaining("invalid duration")
                .withMessageContaining(why);
    }

    @Test
    void refusesEndlessText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse("1".repeat(50_000_000) + "s"))
                .withMessageContaining("it is too long");
    }

    @ParameterizedTest
    @CsvSource({"1, 1ns", "1000, 1µs", "999999, 999.999µs", "1000000, 1ms", "999999999, 999.999999ms"})
    void writesBelowSecondInTheUnitThatFits(long nanos, String written) {
        assertThat(GoDuration.format(Duration.ofNanos(nanos))).isEqualTo(written);
    }
}
