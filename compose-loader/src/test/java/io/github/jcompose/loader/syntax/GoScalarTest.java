package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoScalarTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void readsNull(String text) {
        assertThat(GoScalar.resolve(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "False,false", "FALSE,false"})
    void readsBooleans(String text, boolean value) {
        assertThat(GoScalar.resolve(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "80,80",
        "-1,-1",
        "+7,7",
        "-0,0",
        "0755,493",
        "0o755,493",
        "0O17,15",
        "-0o17,-15",
        "-017,-15",
        "0x1F,31",
        "0X1f,31",
        "0b101,5",
        "-0b11,-3",
        "1_000,1000",
        "1__0_,10",
        "0_7,7",
        "-_1,-1",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
    })
    void readsIntegers(String text, long value) {
        assertThat(GoScalar.resolve(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "18446744073709551615", "0xFFFFFFFFFFFFFFFF"})
    void readsIntegersOf64BitsWithoutSign(String text) {
        BigInteger expected = text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);

        assertThat(GoScalar.resolve(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "08,8",
        "0.5,0.5",
        ".5,0.5",
        ".5_0,0.5",
        "-.5,-0.5",
        "1.,1",
        "1.50,1.5",
        "1e3,1000",
        "1E+3,1000",
        "1e-7,1e-7",
        "1_0.5,10.5",
        "18446744073709551616,18446744073709551616",
        "-9223372036854775809,-9223372036854775809",
        "+18446744073709551615,18446744073709551615",
        "1e-999,0",
    })
    void readsFloats(String text, double value) {
        assertThat(GoScalar.resolve(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({".inf,Infinity", "+.INF,Infinity", "-.Inf,-Infinity", ".nan,NaN", ".NaN,NaN", ".NAN,NaN"})
    void readsWhatIsNoFiniteNumber(String text, double value) {
        assertThat(GoScalar.resolve(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "off",
                "y",
                "n",
                "tRUE",
                "nULL",
                "~~",
                "nullable",
                "22:22",
                "2122:22",
                "10.0.0.1",
                "80/tcp",
                "1.2.3",
                "0x",
                "0b",
                "0o",
                "0b2",
                "0o8",
                "0xG",
                "+",
                "-",
                ".",
                "._5",
                ".5_",
                ".5__0",
                ".e1",
                "1e",
                "1e+",
                "1e999",
                ".1e999",
                "-1e999",
                "1p3",
                "0x1p3",
                "0x1.8",
                "inf",
                "nan",
                "Infinity",
                "1d",
                "1f",
                " 1",
                "1 ",
                "_1",
                "--1",
                "+-1",
                "+.nan",
                ".iNF",
                "<<",
                "0x1FFFFFFFFFFFFFFFF",
                "\u0661",
                "1\u0661",
                "=",
                "é"
            })
    void leavesEverythingElseAsText(String text) {
        assertThat(GoScalar.resolve(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-02, 2020-01-02 00:00:00 +0000 UTC, 2020-01-02T00:00:00Z",
        "2020-1-2, 2020-01-02 00:00:00 +0000 UTC, 2020-01-02T00:00:00Z",
        "2020-02-29, 2020-02-29 00:00:00 +0000 UTC, 2020-02-29T00:00:00Z",
        "2001-12-14T21:59:43.10Z, 2001-12-14 21:59:43.1 +0000 UTC, 2001-12-14T21:59:43.1Z",
        "2001-12-14t21:59:43-05:00, 2001-12-14 21:59:43 -0500 -0500, 2001-12-14T21:59:43-05:00",
        "2001-12-14T21:59:43+00:00, 2001-12-14 21:59:43 +0000 UTC, 2001-12-14T21:59:43Z",
        "2001-12-14T1:2:3+05:30, 2001-12-14 01:02:03 +0530 +0530, 2001-12-14T01:02:03+05:30",
        "2001-12-14 21:59:43, 2001-12-14 21:59:43 +0000 UTC, 2001-12-14T21:59:43Z",
        "2001-12-14   1:5:4.123456789999, 2001-12-14 01:05:04.123456789 +0000 UTC, 2001-12-14T01:05:04.123456789Z",
        "0000-01-01, 0000-01-01 00:00:00 +0000 UTC, 0000-01-01T00:00:00Z",
    })
    void readsDates(String text, String printed, String rfc3339) {
        Object value = GoScalar.resolve(text);

        assertThat(value).isInstanceOfSatisfying(Timestamp.class, date -> {
            assertThat(date.rfc3339()).isEqualTo(rfc3339);
            assertThat(date).hasToString(printed);
        });
        assertThat(GoScalar.text(value)).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-13-01",
                "2020-00-01",
                "2020-01-00",
                "2020-01-32",
                "2021-02-29",
                "20200-01-01",
                "202-01-01",
                "2020-01",
                "2020-01-",
                "2020-01-02T",
                "2020-01-02T10:00:00",
                "2020-01-02T24:00:00Z",
                "2020-01-02 10:60:00",
                "2020-01-02 10:00:60",
                "2020-01-02 10:00",
                "2001-12-14 21:59:43.10 -5",
                "2020-01-02x",
                "2020-01-02 ",
                "2020-01-02T10:00:00z",
                "2020-01-02T10:00:00+1:00",
                "2020-01-02T10:00:00+25:00",
                "2020-01-02 10:00:00.",
                "2020-01-02T10:00:00Z "
            })
    void leavesWhatIsNoDateAsText(String text) {
        assertThat(GoScalar.resolve(text)).isEqualTo(text);
    }

    @Test
    void obeysExplicitTags() {
        assertThat(GoScalar.resolve("!!str", "12")).isEqualTo("12");
        assertThat(GoScalar.resolve("!!int", "12")).isEqualTo(12L);
        assertThat(GoScalar.resolve("!!float", "1")).isEqualTo(1.0);
        assertThat(GoScalar.resolve("!!bool", "true")).isEqualTo(true);
        assertThat(GoScalar.resolve("!!null", "~")).isNull();
        assertThat(GoScalar.resolve("!!timestamp", "2020-01-02")).isInstanceOf(Timestamp.class);
        assertThat(GoScalar.resolve("!!binary", "aGVs\n bG8=")).isEqualTo("hello");
        assertThat(GoScalar.resolve("!foo", "0755")).isEqualTo(493L);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "!!int, 1.5, '1.5' is not a value of type int",
                "!!float, abc, 'abc' is not a value of type float",
                "!!bool, yes, 'yes' is not a value of type bool",
                "!!null, x, 'x' is not a value of type null",
                "!!timestamp, 12, '12' is not a value of type timestamp",
                "!!binary, %, a value of type binary must be base64 text",
            })
    void refusesTextThatItsTagDoesNotFit(String tag, String text, String message) {
        assertThatThrownBy(() -> GoScalar.resolve(tag, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50,1.5",
        "1e3,1000",
        "1e5,100000",
        "1e6,1e+06",
        "1e10,1e+10",
        "123456789.123,1.23456789123e+08",
        "999999.5,999999.5",
        "1234567.5,1.2345675e+06",
        "0.0001,0.0001",
        "0.00001,1e-05",
        "1e-7,1e-07",
        "-2.5,-2.5",
        "-0.0,-0",
        "0.0,0",
        ".inf,+Inf",
        "-.inf,-Inf",
        ".nan,NaN",
        "08,8",
        "1e100,1e+100",
        "2.0,2",
        "0755,493",
        "true,true",
        "18446744073709551615,18446744073709551615",
        "text,text",
        "~,<nil>",
    })
    void printsValuesAsTheReferenceDoes(String text, String printed) {
        assertThat(GoScalar.text(GoScalar.resolve(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "1e23,1e+23",
        "5.684341886080802e-14,5.684341886080802e-14",
        "2e-3,0.002",
        "4.9e-324,5e-324",
        "1.7976931348623157e308,1.7976931348623157e+308",
        "9007199254740993,9.007199254740992e+15",
        "9.5367431640625e-07,9.5367431640625e-07",
        "2.2250738585072014e-308,2.2250738585072014e-308",
    })
    void printsTheFewestDigitsThatReadBack(double number, String printed) {
        assertThat(GoFloat.text(number)).isEqualTo(printed);
    }

    @Test
    void printsSinglePrecisionInItsOwnDigits() {
        assertThat(GoFloat.text(0.1f)).isEqualTo("0.1");
        assertThat(GoFloat.text(0.25f)).isEqualTo("0.25");
        assertThat(GoFloat.text(16777216f)).isEqualTo("1.6777216e+07");
        assertThat(GoFloat.text(Float.POSITIVE_INFINITY)).isEqualTo("+Inf");
        assertThat(GoFloat.json(0.1f)).isEqualTo("0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "1e6,1000000",
        "1e20,100000000000000000000",
        "1e21,1e+21",
        "1e-6,0.000001",
        "1e-7,1e-7",
        "1.5e-10,1.5e-10",
        "0,0",
        "-0.5,-0.5",
    })
    void printsJsonNumbers(double number, String printed) {
        assertThat(GoFloat.json(number)).isEqualTo(printed);
    }

    @Test
    void refusesToPrintInfinityAsJson() {
        assertThatThrownBy(() -> GoFloat.json(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JSON has no number +Inf");
    }

    @Test
    void takesEndlessDigitsForText() {
        assertThat(GoScalar.resolve("1".repeat(5_000_000))).isInstanceOf(String.class);
        assertThat(GoScalar.resolve("0." + "1".repeat(1000))).isInstanceOf(Double.class);
        assertThat(GoScalar.resolve("1_".repeat(2_000_000))).isInstanceOf(String.class);
        assertThat(GoScalar.resolve("." + "1_1".repeat(2_000_000))).isInstanceOf(String.class);
    }
}
