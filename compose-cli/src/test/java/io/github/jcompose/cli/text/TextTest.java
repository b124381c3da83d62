package io.github.jcompose.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.5S, Less than a second",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT60S, About a minute",
        "PT2M, 2 minutes",
        "PT59M59S, 59 minutes",
        "PT1H, About an hour",
        "PT47H, 47 hours",
        "P2D, 2 days",
        "P13D, 13 days",
        "P14D, 2 weeks",
        "P60D, 2 months",
        "P730D, 2 years"
    })
    void tellsDurationsAsAPersonWould(Duration age, String text) {
        assertThat(Ages.of(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0B", "999, 999B", "1000, 1kB", "1234, 1.234kB", "12345678, 12.35MB", "123456789012, 123.5GB"})
    void tellsSizesInDecimalUnits(long bytes, String text) {
        assertThat(Sizes.of(bytes)).isEqualTo(text);
    }

    @Test
    void quotesWhatATerminalWouldNotShow() {
        assertThat(Quoted.of("a \"b\" \\ \n\t\u001b é…")).isEqualTo("\"a \\\"b\\\" \\\\ \\n\\t\\x1b é…\"");
    }
}
