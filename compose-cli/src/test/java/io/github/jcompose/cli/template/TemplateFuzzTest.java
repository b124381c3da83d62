package io.github.jcompose.cli.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code -Djcompose.fuzz.runs=N} makes a longer run, {@code -Djcompose.fuzz.seed=N} another one. */
class TemplateFuzzTest {
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{{-",
            "-}}",
            " ",
            ".",
            ".Name",
            ".List",
            ".Map.x",
            ".Number",
            "|",
            "json",
            "join",
            "printf",
            "\"%s\"",
            "\"%d %[9]v\"",
            "upper",
            "split",
            "\",\"",
            "`raw`",
            "'c'",
            "if",
            "else",
            "end",
            "range",
            "with",
            "index",
            "len",
            "slice",
            "eq",
            "lt",
            "and",
            "or",
            "not",
            "$",
            "$x",
            ":=",
            "=",
            "(",
            ")",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "true",
            "nil",
            "/*",
            "*/",
            "table ",
            "text",
            "\\t",
            "\n",
            "break",
            "define",
            "\"");

    private static final Map<String, Object> DATA =
            Map.of("Name", "web-1", "List", List.of("a", "b"), "Map", Map.of("x", 1L), "Number", 7L, "Truth", true);

    @Test
    void anyTextIsATemplateOrIsRefused() {
        long first = Long.getLong("jcompose.fuzz.seed", 1);
        long runs = Long.getLong("jcompose.fuzz.runs", 20_000);
        int rendered = 0;
        for (long seed = first; seed < first + runs; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "{{" : "");
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
            }
            text.append(random.nextBoolean() ? "}}" : "");
            try {
                Template template = Template.parse(text.toString());
                template.heading(Map.of("Name", "NAME"));
                template.render(DATA);
                rendered++;
            } catch (TemplateException e) {
                assertThat(e).as("seed %s", seed).hasMessageMatching("(?s).+");
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
        assertThat(rendered).as("templates that were understood").isPositive();
    }
}
