package io.github.jcompose.loader.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotEnvTest {
    private static final Map<String, String> OUTER = Map.of("OS", "outer", "EMPTY", "");

    private static Map<String, @Nullable String> parse(String text) {
        return DotEnv.parse(text, OUTER::get, (name, line) -> {});
    }

    /** Line breaks and tabs are shown as ⏎ and ⇥, no-break spaces as ␣, other space as it is. */
    private static String real(String shown) {
        return shown.replace('⏎', '\n').replace('⇥', '\t').replace('␣', '\u00a0');
    }

    private static String shown(Map<String, @Nullable String> variables) {
        StringBuilder out = new StringBuilder();
        variables.forEach((key, value) ->
                out.append('<').append(key).append('=').append(value).append('>'));
        return out.toString().replace('\n', '⏎').replace('\t', '⇥').replace('\u00a0', '␣');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Lines
                "`` | ``",
                "A=b | <A=b>",
                "A=b⏎C=d⏎ | <A=b><C=d>",
                "⏎  ⏎# c⏎  # c⏎A=b | <A=b>",
                "# A=b | ``",
                "B=1⏎A=2⏎B=3 | <B=3><A=2>",
                // Keys
                "export A=b | <A=b>",
                "export⇥ A=b | <A=b>",
                "export⏎A=b | <A=b>",
                "export | ``",
                "export OS | <OS=outer>",
                "export=b | <export=b>",
                "exported=b | <exported=b>",
                "EXPORT=b | <EXPORT=b>",
                "  A=b | <A=b>",
                "a.b-c[0]_é²=x | <a.b-c[0]_é²=x>",
                "1A=b⏎-=c⏎.=d | <1A=b><-=c><.=d>",
                "=b | <=b>",
                // Separators
                "A: b | <A=b>",
                "A = b | <A=b>",
                "A␣=␣b | <A=b>",
                "A⇥:⇥b | <A=b>",
                "A:b=c | <A=b=c>",
                "A=b:c | <A=b:c>",
                "A==b | <A==b>",
                "A: | <A=>",
                // Inherited
                "OS⏎ | <OS=outer>",
                "OS | <OS=outer>",
                "OS  ⏎X=1 | <OS=outer><X=1>",
                "EMPTY⏎ | <EMPTY=>",
                "UNSET⏎A=b | <A=b>",
                "A=b⏎A⏎ | <A=b>",
                // Without quotes
                "A= | <A=>",
                "A=⏎B=c | <A=><B=c>",
                "A=b c  d⇥ | <A=b c  d>",
                "A=b # c | <A=b>",
                "A=b⇥# c | <A=b⇥# c>",
                "A=b#c | <A=b#c>",
                "A=#c | <A=#c>",
                "A= #c | <A=#c>",
                "A=b\\nc \\$ | <A=b\\nc \\$>",
                "A=b\"c\"'d' | <A=b\"c\"'d'>",
                "A=b\\⏎C=d | <A=b\\><C=d>",
                "A=`b` | <A=`b`>",
                "A=$OS-${OS}-$$OS | <A=outer-outer-$OS>",
                // Double quotes
                "A=\"b # c\" # d | <A=b # c>",
                "A=\"\" | <A=>",
                "A=\" b \" | <A= b >",
                "A=\"b⏎⏎c\"⏎D=e | <A=b⏎⏎c><D=e>",
                "A=\"b\\nc\\td\" | <A=b⏎c⇥d>",
                "A=\"\\\"b\\\"\" | <A=\"b\">",
                "A=\"b\\\\\" | <A=b\\>",
                "A=\"\\\\n\" | <A=\\n>",
                "A=\"\\$OS \\c \\x \\u \\' \" | <A=$OS \\c \\x \\u \\' >",
                "A=\"\\0123\\053\\012x\" | <A=S+⏎x>",
                "A=\"\\0 \\0777 \\08\" | <A=\\0 \\0777 \\08>",
                "A=\"$OS ${X:-d}\" | <A=outer d>",
                "A=\"it's\" | <A=it's>",
                // Single quotes
                "A='b $OS \\n \"' | <A=b $OS \\n \">",
                "A='it\\'s' | <A=it's>",
                "A='b\\\\' | <A=b\\\\>",
                "A='b⏎c'⏎D=e | <A=b⏎c><D=e>",
                // After a closing quote
                "A=\"b\"#c | <A=b>",
                "A=\"b\" C=d | <A=b><C=d>",
                "A=\"b\"OS⏎ | <A=b><OS=outer>",
                "A=\"b\"OS | <A=b><OS=outer>",
                // Variables: those from elsewhere first, then those above
                "X=1⏎A=$X | <X=1><A=1>",
                "OS=file⏎A=$OS | <OS=file><A=outer>",
                "A=$X⏎X=1 | <A=><X=1>",
                "A=${X-${OS}} | <A=outer>",
            })
    void reads(String text, String expected) {
        assertThat(shown(parse(real(text)))).isEqualTo(expected);
    }

    @Test
    void readsCarriageReturnsAndByteOrderMarks() {
        assertThat(parse("\ufeffA=b\r\nC=\"d\r\ne\"\r\n\r\nOS\r\n"))
                .containsExactly(entry("A", "b"), entry("C", "d\ne"), entry("OS", "outer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A$=b | 1 | 2 | unexpected character '$' in the name of a variable: 'A$=b'",
                "X=1⏎ A/B⏎C | 2 | 3 | unexpected character '/' in the name of a variable: 'A/B'",
                "A😀=b | 1 | 2 | unexpected character '😀' in the name of a variable: 'A😀=b'",
                "A B=c | 1 | 2 | the name of a variable cannot contain a space: 'A B'",
                "A⇥B | 1 | 2 | the name of a variable cannot contain a space: 'A⇥B'",
                "A=\"b\" \"c\" | 1 | 7 | unexpected character '\"' in the name of a variable: '\"c\"'",
                "A=1⏎B=\"b⏎c | 2 | 3 | the quote is not closed: '\"b'",
                "A='b\\' | 1 | 3 | the quote is not closed: ''b\\''",
                "A=\"b\\ | 1 | 3 | the quote is not closed: '\"b\\'",
                "A=1⏎B=x${X:?need it} | 2 | 4 | required variable X is missing a value: need it",
                "A=\"⏎ ${X?}\" | 2 | 2 | required variable X is missing a value",
                "A=\"\\n⏎${X?}\" | 1 | 3 | required variable X is missing a value",
                "A=${UN | 1 | 3 | invalid interpolation format; you may need to escape any $ with another $",
            })
    void refuses(String text, int line, int column, String message) {
        DotEnvException e = catchThrowableOfType(DotEnvException.class, () -> parse(real(text)));

        assertThat(e).hasMessage(real(message));
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
    }

    @Test
    void tellsOfVariablesThatAreNotSet() {
        List<String> unset = new ArrayList<>();

        DotEnv.parse("A=$X\nB=\"\n$Y ${Z:-}\"\nC='$W'\nD=\"\\n\n$V\"\nE=$A$EMPTY", OUTER::get, (name, line) -> {
            unset.add(name + "@" + line);
        });

        assertThat(unset).containsExactly("X@1", "Y@3", "V@5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b | <A=b>",
                "# c⏎⏎  # c⏎  A= 'b' # $OS  ⏎B= | <A= 'b' # $OS  ><B=>",
                "A=b=c | <A=b=c>",
                "OS⏎UNSET⏎EMPTY | <OS=outer><EMPTY=>",
                "A/b$=c | <A/b$=c>",
                "A=1⏎A=2 | <A=2>",
            })
    void readsTheRawFormat(String text, String expected) {
        assertThat(shown(DotEnv.parseRaw(real(text), OUTER::get))).isEqualTo(expected);
    }

    @Test
    void readsTheRawFormatWithCarriageReturnsAndByteOrderMark() {
        assertThat(DotEnv.parseRaw("\ufeffA=b\r\nC=d\r\n", OUTER::get))
                .containsExactly(entry("A", "b"), entry("C", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b⏎ =x | 2 | 2 | no name of a variable before the equals sign in '=x'",
                "A B=c | 1 | 2 | the name of variable 'A B' contains white space",
                "A =c | 1 | 2 | the name of variable 'A ' contains white space",
                "A⏎OS  ⏎B | 2 | 3 | the name of variable 'OS  ' contains white space",
            })
    void refusesInTheRawFormat(String text, int line, int column, String message) {
        DotEnvException e = catchThrowableOfType(DotEnvException.class, () -> DotEnv.parseRaw(real(text), OUTER::get));

        assertThat(e).hasMessage(message);
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
    }

    @Test
    void limitsWhatVariablesCanGrowTo() {
        StringBuilder text = new StringBuilder("A=xxxxxxxxxx\n");
        for (int i = 0; i < 40; i++) {
            text.append("A=$A$A\n");
        }

        DotEnvException e = catchThrowableOfType(DotEnvException.class, () -> parse(text.toString()));

        assertThat(e).hasMessageStartingWith("text with variables is longer than ");
        assertThat(e.line()).isBetween(15, 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=$X\n", "A=\"$X\"\n", "#\n", "\n", " ", "A", "A\n", "A=", "export A\n", "A='\n'", "é:"})
    void readsEndlessRepetition(String part) {
        assertThat(parse(part.repeat(1_000_000 / part.length()))).isNotNull();
        assertThat(DotEnv.parseRaw("A=b\n".repeat(200_000), OUTER::get)).hasSize(1);
    }

    @Test
    void throwsNothingButItsOwnExceptionOnAnyText() {
        Random random = new Random(11);
        String[] parts = {
            "A", "OS", "=", ":", " ", "\n", "\r\n", "\t", "\"", "'", "\\", "#", "$", "{", "}", ":-", "?", "export ",
            "é", "\u00a0", "\u0085", "😀", "\ud800", "0", "[", "\0"
        };
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(15); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                parse(text.toString());
                read++;
            } catch (DotEnvException e) {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
            }
            try {
                DotEnv.parseRaw(text.toString(), OUTER::get);
            } catch (DotEnvException e) {
                assertThat(e.column()).isPositive();
            }
        }
        assertThat(read).isPositive();
    }
}
