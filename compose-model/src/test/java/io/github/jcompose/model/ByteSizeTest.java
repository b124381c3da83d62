package io.github.jcompose.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "1024, 1024",
        "-1, -1",
        "0, 0",
        "60b, 60",
        "60k, 61440",
        "60K, 61440",
        "60kb, 61440",
        "60KiB, 61440",
        "1m, 1048576",
        "1 mb, 1048576",
        "2g, 2147483648",
        "1.5g, 1610612736",
        ".5m, 524288",
        "1.0001k, 1024",
        "1t, 1099511627776",
        "1p, 1125899906842624",
    })
    void readsNumbersWithBinarySuffixes(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(ByteSize.of(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "1x, invalid suffix 'x'",
        "1bb, invalid suffix 'bb'",
        "1bib, invalid suffix 'bib'",
        "1kbit, invalid suffix 'kbit'",
        "1e, invalid suffix 'e'",
        "-1g, invalid size '-1g'",
        "'', invalid size ''",
        "g, invalid size 'g'",
        "1  m, invalid size '1  m'",
        "1m 2, invalid size '1m 2'",
        "99999999999p, size '99999999999p' is too large",
    })
    void saysWhatIsWrong(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSize.parse(text))
                .withMessageContaining(why);
    }

    @Test
    void refusesEndlessText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSize.parse("1".repeat(50_000_000)))
                .withMessageEndingWith("...': it is too long");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1048576, 1048576", "-1, -1"})
    void isWrittenAsDecimalText(long bytes, String written) {
        assertThat(ByteSize.of(bytes).toTree()).isEqualTo(written);
    }
}
