package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastsTest {
    @ParameterizedTest
    @CsvSource({
        "5,5",
        "-5,-5",
        "+5,5",
        "007,7",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808"
    })
    void castsToIntegers(String text, long value) {
        assertThat(Casts.cast("int", text)).isEqualTo(new Casts.Result(value, false));
        assertThat(Casts.cast("int64", text)).isEqualTo(new Casts.Result(value, false));
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5", "5,5", "-1e3,-1000", ".5,0.5", "1_0.5,10.5"})
    void castsToFloats(String text, double value) {
        assertThat(Casts.cast("float", text)).isEqualTo(new Casts.Result(value, false));
        assertThat(Casts.cast("float32", text)).isEqualTo(new Casts.Result((float) value, false));
    }

    @ParameterizedTest
    @CsvSource({
        "true,true,false",
        "True,true,false",
        "tRUE,true,false",
        "FALSE,false,false",
        "y,true,true",
        "Yes,true,true",
        "ON,true,true",
        "n,false,true",
        "no,false,true",
        "Off,false,true",
    })
    void castsToBooleans(String text, boolean value, boolean yaml11) {
        assertThat(Casts.cast("bool", text)).isEqualTo(new Casts.Result(value, yaml11));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "int, abc, 'abc' is not an integer",
                "int, 1.5, '1.5' is not an integer",
                "int, 20ms, '20ms' is not an integer",
                "int, -, '-' is not an integer",
                "int, 0x1F, '0x1F' is not an integer",
                "int64, ``, an empty text is not an integer",
                "int64, 9223372036854775808, the integer '9223372036854775808' is out of range",
                "float, x, 'x' is not a number",
                "float, inf, 'inf' is not a number",
                "float, NaN, 'NaN' is not a number",
                "float, 1d, '1d' is not a number",
                "float, ``, an empty text is not a number",
                "float, 1e999, '1e999' is not a number",
                "float32, 1e39, the number '1e39' is out of range",
                "bool, 1, '1' is not a boolean; expected true or false",
                "bool, ``, an empty text is not a boolean; expected true or false",
                "date, x, there is no type 'date'",
            })
    void refusesTextThatIsNotOfTheType(String type, String text, String message) {
        assertThatThrownBy(() -> Casts.cast(type, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
