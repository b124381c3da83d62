package io.github.jcompose.loader.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "nginx:1.25",
                "http://a/b?c=d&e",
                "a#b",
                "a:b",
                "-a",
                "--flag",
                "?a",
                ":a",
                "a'b",
                "a\"b",
                "é",
                "a\\b",
                "a,b",
                "1.2.3",
                "1:60",
                "0x",
                "0b2",
                "2020-13-01",
                "0o8",
                "_1",
                "=",
                "a [b]",
                "..",
                "--",
                "a%",
                "tRUE",
                "nUll",
                "-.INf",
                "8080:80",
                "1e400",
                "0.0.0.0:80:80",
                "+",
                "."
            })
    void leavesPlainWhatReadersTakeForText(String text) {
        assertThat(value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "0755",
                "08",
                "1_000",
                "0x1F",
                "0b11",
                "0o17",
                "-1",
                "+1",
                "1.5",
                ".5",
                "1e3",
                "1.",
                "true",
                "False",
                "NULL",
                "~",
                ".inf",
                "-.Inf",
                ".NaN",
                "2020-01-02",
                "2020-1-2",
                "2020-01-02T03:04:05Z",
                "2020-01-02 03:04:05.5",
                "18446744073709551615",
                "99999999999999999999"
            })
    void putsInDoubleQuotesWhatReadersTakeForSomethingElse(String text) {
        assertThat(value(text)).isEqualTo('"' + text + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "N",
                "yes",
                "No",
                "ON",
                "off",
                "1:2",
                "12:30:45.5",
                "<<",
                "*a",
                "&a",
                "!a",
                "@a",
                "`a",
                "%a",
                "|",
                ">",
                "{a}",
                "[a]",
                "#a",
                ",a",
                "a: b",
                "a:",
                "a #b",
                " a",
                "a ",
                "-",
                "- a",
                "? a",
                "---",
                "... a",
                "\"a\"",
                "]",
                "}"
            })
    void putsInSingleQuotesWhatWouldBeReadOtherwise(String text) {
        assertThat(value(text)).isEqualTo("'" + text + "'");
    }

    @Test
    void doublesSingleQuotesInsideOfThem() {
        assertThat(value("'it's'")).isEqualTo("'''it''s'''");
    }

    @Test
    void escapesWhatCannotBePrinted() {
        assertThat(value("a\tb")).isEqualTo("\"a\\tb\"");
        assertThat(value("a\r\nb")).isEqualTo("\"a\\r\\nb\"");
        assertThat(value("\0\u0007\b\u000b\f\u001b\u007f\u0085\u2028\u2029\ufeff"))
                .isEqualTo("\"\\0\\a\\b\\v\\f\\e\\x7F\\N\\u2028\\u2029\\uFEFF\"");
        assertThat(value("\u00a0é\ud83d\ude00\"\\\t")).isEqualTo("\"\u00a0é\\U0001F600\\\"\\\\\\t\"");
        assertThat(value("")).isEqualTo("\"\"");
    }

    @Test
    void writesLinesAsBlock() {
        assertThat(value("a\nb")).isEqualTo("|-\n  a\n  b");
        assertThat(value("a\n\n  b\n")).isEqualTo("|\n  a\n\n    b");
        assertThat(value("a\n\n")).isEqualTo("|+\n  a\n");
        assertThat(value("\n")).isEqualTo("|2+\n");
        assertThat(value(" a\nb")).isEqualTo("|2-\n   a\n  b");
        assertThat(value("a\tb\n")).isEqualTo("|\n  a\tb");
        assertThat(value("a \nb")).isEqualTo("\"a \\nb\"");
        assertThat(value("a\n ")).isEqualTo("\"a\\n \"");
    }

    @Test
    void foldsAtTheFirstSpaceBehindColumn80() {
        String words = "word ".repeat(20).strip();

        assertThat(value(words))
                .isEqualTo("word ".repeat(15) + "word\n  " + "word ".repeat(4).strip());
        assertThat(value("x".repeat(100) + " y  z")).isEqualTo("x".repeat(100) + "\n  y  z");
        assertThat(value("x".repeat(100) + "  y z")).isEqualTo("x".repeat(100) + "  y\n  z");
        assertThat(value("*" + "x".repeat(100) + " y")).isEqualTo("'*" + "x".repeat(100) + "\n  y'");
        assertThat(value("\t" + "x".repeat(100) + "  y")).isEqualTo("\"\\t" + "x".repeat(100) + "\n  \\ y\"");
    }

    @Test
    void writesNumbersAsGoDoes() {
        assertThat(value(0.5)).isEqualTo("0.5");
        assertThat(value(0.1f)).isEqualTo("0.1");
        assertThat(value(2.0)).isEqualTo("2");
        assertThat(value(1e6)).isEqualTo("1e+06");
        assertThat(value(42L)).isEqualTo("42");
        assertThat(value(new BigInteger("18446744073709551615"))).isEqualTo("18446744073709551615");
        assertThat(value(null)).isEqualTo("null");
        assertThat(value(false)).isEqualTo("false");
    }

    @Test
    void nestsMapsAndListsByTwoColumns() {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("command", List.of());
        service.put("ports", List.of(ordered("target", 80L, "published", "80"), List.of("a", List.of("b"))));
        service.put("logging", Map.of());
        service.put("labels", Map.of("k", Map.of("m", "v")));

        assertThat(YamlText.of(Map.of("web", service))).isEqualTo("""
                web:
                  command: []
                  ports:
                    - target: 80
                      published: "80"
                    - - a
                      - - b
                  logging: {}
                  labels:
                    k:
                      m: v
                """);
    }

    @Test
    void quotesKeysAndWritesLongOnesExplicitly() {
        String longKey = "k".repeat(129);

        assertThat(YamlText.of(ordered("n", "v", "80", "w", "", "x", "a b", "z")))
                .isEqualTo("'n': v\n\"80\": w\n\"\": x\na b: z\n");
        assertThat(YamlText.of(ordered(longKey, "v", "next", "w"))).isEqualTo("? " + longKey + "\n: v\nnext: w\n");
        assertThat(YamlText.of(ordered("a\nb", Map.of("k", "v"), "c", List.of("d"))))
                .isEqualTo("? |-\n  a\n  b\n: k: v\nc:\n  - d\n");
        assertThat(YamlText.of(ordered("k".repeat(128), "v"))).isEqualTo("k".repeat(128) + ": v\n");
    }

    @Test
    void writesEmptyTree() {
        assertThat(YamlText.of(Map.of())).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "4", "5", "6", "7"})
    void isReadBackAsItWas(int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            String alphabet = "ab: #-\n\t'\"\\|>&*{}[],~01.é\u2028\ud83d\ude00 ";
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String string = new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            Map<String, Object> tree = ordered(string + "k", Arrays.asList(string, Map.of("a", string)));
            String yaml = YamlText.of(tree);

            assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
                    .as(yaml)
                    .isEqualTo(tree);
        }
    }

    private static String value(@Nullable Object value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("", value);
        String yaml = YamlText.of(tree);
        assertThat(yaml).startsWith("\"\": ").endsWith("\n");
        return yaml.substring(4, yaml.length() - 1);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
