package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Words are shown in brackets; ⏎ and ⇥ stand for line break and tab.
                "nginx | [nginx]",
                "nginx -g daemon | [nginx][-g][daemon]",
                "a   b⏎c⇥d | [a][b][c][d]",
                "nginx -g 'daemon off;' | [nginx][-g][daemon off;]",
                "echo \"a b\" | [echo][a b]",
                "echo a\" \"b | [echo][a b]",
                "echo '' \"\" | [echo][][]",
                "echo ' ' | [echo][ ]",
                "echo 'it\"s' \"it's\" | [echo][it\"s][it's]",
                "echo \"\\\"\" | [echo][\"]",
                "echo 'a\\b' | [echo][a\\b]",
                "echo a\\ b | [echo][a b]",
                "echo a\\nb \"a\\tb\" | [echo][a⏎b][a⇥b]",
                "echo a\\xb \\\\ | [echo][axb][\\]",
                "echo \\; \\' | [echo][;][']",
                "echo $HOME ${X:-y} * ~ | [echo][$HOME][${X:-y}][*][~]",
                "echo \"(a)\" '(b)' | [echo][(a)][(b)]",
                "echo $(a b; c \"d\") e | [echo][$(a b; c \"d\")][e]",
                "echo ) b ) c | [echo][) b )][c]",
                "{a,b} # c | [{a,b}][#][c]",
                "é € 😀 | [é][€][😀]",
            })
    void splits(String text, String words) {
        ShellWords result = ShellWords.parse(text.replace('⏎', '\n').replace('⇥', '\t'));

        assertThat(shown(result)).isEqualTo(words);
        assertThat(result.ignoredFrom()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'   ',''", "echo `a b;c` d,[echo][`a b;c`][d]", "`\"x\"`,[`x`]"})
    void keepsBackquotesAndAcceptsNothing(String text, String words) {
        assertThat(shown(ShellWords.parse(text))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a && b # [a] # 2",
                "a;b # [a] # 1",
                "a | b # [a] # 2",
                "a b >file # [a][b] # 4",
                "a b>file # [a][b] # 3",
                "a 2>file # [a] # 2",
                "a 2x>file # [a] # 2",
                "a < in # [a] # 2",
                "a ' ' 'x;y' & z # [a][ ][x;y] # 12",
                "; a # `` # 0",
                "| # `` # 0",
            })
    void endsTheCommandAtAnOperator(String text, String words, int ignoredFrom) {
        ShellWords result = ShellWords.parse(text);

        assertThat(shown(result)).isEqualTo(words);
        assertThat(result.ignoredFrom()).isEqualTo(ignoredFrom);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 'b | invalid command line 'a 'b': ' at position 3 has no counterpart",
                "a \"b | invalid command line 'a \"b': \" at position 3 has no counterpart",
                "a \"b' | invalid command line 'a \"b'': \" at position 3 has no counterpart",
                "a $(b | invalid command line 'a $(b': ( at position 4 has no counterpart",
                "a ) b | invalid command line 'a ) b': ) at position 3 has no counterpart",
                "a (b) | invalid command line 'a (b)': ( at position 3 is outside of quotes",
                "a $((1)) | invalid command line 'a $((1))': ( at position 5 is outside of quotes",
                "a \\ | invalid command line 'a \\': nothing follows the backslash at its end",
            })
    void refusesWhatIsNotClosed(String text, String message) {
        assertThatThrownBy(() -> ShellWords.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static String shown(ShellWords result) {
        StringBuilder out = new StringBuilder();
        result.words().forEach(word -> out.append('[').append(word).append(']'));
        return out.toString().replace('\n', '⏎').replace('\t', '⇥');
    }
}
