package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whatever the text, there is a result or the exception that says what is wrong with it. */
class RandomTextTest {
    private static final int ROUNDS = 20_000;
    private static final String[] PARTS = {
        ":",
        "/",
        "\\",
        "-",
        "0",
        "80",
        "8",
        "a",
        "C",
        "ro",
        "z",
        ",",
        "[",
        "]",
        "::1",
        "1.2.3.4",
        "tcp",
        "$",
        "{",
        "}",
        "(",
        ")",
        "'",
        "\"",
        "`",
        ";",
        "&",
        "|",
        "<",
        ">",
        " ",
        "\n",
        "\t",
        "_",
        ".",
        "e",
        "+",
        "x",
        "o",
        "b",
        "=",
        "*",
        "?",
        "^",
        "é",
        "\u212a",
        "😀",
        "\ud800",
        "\0",
        "2020-01-02",
        "T",
        "~",
        "..",
        "true",
        "null",
        "inf"
    };

    private static void tryAll(Consumer<String> parser) {
        Random random = new Random(42);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            try {
                parser.accept(text.toString());
                accepted++;
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining(" ");
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void portsNeverFailOtherwise() {
        tryAll(text -> assertThat(PortSyntax.parse(text)).isNotEmpty());
    }

    @Test
    void mountsNeverFailOtherwise() {
        tryAll(text -> assertThat(MountSyntax.parse(text).target()).isNotEmpty());
    }

    @Test
    void commandsNeverFailOtherwise() {
        tryAll(text -> {
            Integer ignoredFrom = ShellWords.parse(text).ignoredFrom();
            if (ignoredFrom != null) {
                assertThat(ignoredFrom).isBetween(0, text.length() - 1);
            }
        });
    }

    @Test
    void scalarsAlwaysHaveAValue() {
        tryAll(text -> assertThat(GoScalar.text(GoScalar.resolve(text))).isNotNull());
    }

    @Test
    void everythingElseNeverFailsOtherwise() {
        tryAll(text -> {
            assertThat(Paths.clean(Paths.clean(text))).isEqualTo(Paths.clean(text));
            assertThat(Paths.isWindowsAbsolute(text)).isIn(true, false);
            assertThat(IpAddress.isValid(text)).isIn(true, false);
            assertThat(NearestName.of(text, List.of("ports", "image"))).isNotNull();
            assertThat(ProjectName.normalize(ProjectName.normalize(text))).isEqualTo(ProjectName.normalize(text));
        });
        tryAll(text -> assertThat(Glob.matches(text, "80a")).isIn(true, false));
        tryAll(text -> assertThat(ExtraHostSyntax.parse(text).host()).isNotEmpty());
        tryAll(text -> assertThat(DeviceSyntax.parse(text).target()).isNotNull());
        for (String type : List.of("int", "float", "float32", "bool")) {
            tryAll(text -> assertThat(Casts.cast(type, text.isEmpty() ? "" : text.substring(0, 1)))
                    .isNotNull());
        }
    }
}
