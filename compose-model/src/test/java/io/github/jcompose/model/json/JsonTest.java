package io.github.jcompose.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void escapesWhatGoEscapes() {
        assertThat(Json.compact("<a href=\"x\">&amp;</a>"))
                .isEqualTo("\"\\u003ca href=\\\"x\\\"\\u003e\\u0026amp;\\u003c/a\\u003e\"");
        assertThat(Json.compact("\b\f\n\r\t\0\u001f\u007f\\/'"))
                .isEqualTo("\"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\\\\/'\"");
        assertThat(Json.compact("\u2028\u2029é\ud83d\ude00")).isEqualTo("\"\\u2028\\u2029é\ud83d\ude00\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 0.5",
        "1, 1",
        "1.50, 1.5",
        "-2.25, -2.25",
        "1e3, 1000",
        "123456789.123, 123456789.123",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "-1.25e-10, -1.25e-10",
    })
    void writesDoublesAsGoDoes(double number, String written) {
        assertThat(Json.compact(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.5, 0.5", "1.1, 1.1", "2, 2", "1e21, 1e+21", "1e-7, 1e-7", "16777216, 16777216"})
    void writesFloatsByTheirOwnShortestDigits(float number, String written) {
        assertThat(Json.compact(number)).isEqualTo(written);
    }

    @Test
    void writesIntegersWhole() {
        assertThat(Json.compact(List.of(1, 9007199254740993L, new BigInteger("18446744073709551615"))))
                .isEqualTo("[1,9007199254740993,18446744073709551615]");
    }

    @Test
    void indentsNestedValuesAndKeepsEmptyOnesShort() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", List.of(1, Map.of("b", true)));
        value.put("c", List.of());
        value.put("d", Map.of());

        assertThat(Json.pretty(value, 2)).isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": true
                    }
                  ],
                  "c": [],
                  "d": {}
                }""");
    }

    @Test
    void readsWhatItWrites() {
        String text = "{\"b\":[1,-2,18446744073709551615,0.25,true,null],\"a\":{\"\":\"\\u003c\"}}";

        assertThat(Json.compact(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void readsIntegersAsLongs() {
        assertThat(Json.parse("[1,9007199254740993]")).isEqualTo(Arrays.asList(1L, 9007199254740993L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "{\"a\" 1}", "nul", "'a'"})
    void refusesWhatIsNoJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessageStartingWith("not JSON: ");
    }
}
