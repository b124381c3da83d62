package io.github.jcompose.loader.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, String> VALUES =
            Map.of("SET", "val", "EMPTY", "", "_x1", "under", "A", "a", "DOLLAR", "$SET ${SET}");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "NULL",
            value = {
                // Plain references
                "$SET | val",
                "${SET} | val",
                "a$SET-b | aval-b",
                "$SETTER | ``",
                "$_x1.y | under.y",
                "${UNSET}x | x",
                "$A$A${A} | aaa",
                "$DOLLAR | $SET ${SET}",
                // Dollars that introduce nothing
                "$$ | $",
                "$$SET | $SET",
                "$${SET} | ${SET}",
                "$$$SET | $val",
                "$ | $",
                "a$ b | a$ b",
                "$1 $( $: $é $- | $1 $( $: $é $-",
                "\\$SET | \\val",
                "100% {x} } { | 100% {x} } {",
                // Defaults
                "${UNSET:-d} | d",
                "${EMPTY:-d} | d",
                "${SET:-d} | val",
                "${UNSET-d} | d",
                "${EMPTY-d} | ``",
                "${SET-d} | val",
                "${UNSET:-} | ``",
                "${A-B:-c} | a",
                "${U-B:-c} | B:-c",
                "${U:-a?b} | a?b",
                "${U:--} | -",
                "${U:- } | ` `",
                // Alternates
                "${UNSET:+a} | ``",
                "${EMPTY:+a} | ``",
                "${SET:+a} | a",
                "${UNSET+a} | ``",
                "${EMPTY+a} | a",
                "${SET+a} | a",
                "${SET:+[$SET]} | [val]",
                // Required
                "${SET:?need it} | val",
                "${SET?need it} | val",
                "${EMPTY?need it} | ``",
                // Nesting
                "${U:-${SET}} | val",
                "${U:-${V:-${W:-deep}}}! | deep!",
                "${U:-$SET/x} | val/x",
                "${U:-$$} | $",
                "${U:-$${x}} | ${x}",
                "http://${HOST:-localhost:${PORT:-80}}/ | http://localhost:80/",
                // What is not used is not looked at
                "${SET:-${X?boom}} | val",
                "${SET:-${not valid}} | val",
                "${UNSET:+${X:?boom}} | ``",
                // Braces in a default come in pairs …
                "${U:-{}} | {}",
                "${U:-{}} and ${SET} | {} and val",
                "${SET:-{}} and ${U:-y} | val and y",
                "${U:-{\"a\": {\"b\": 1}}} tail | {\"a\": {\"b\": 1}} tail",
                "{\"k\": \"${U:-{}}\"} | {\"k\": \"{}\"}",
                // … and where they do not, the first superfluous one or the last one closes.
                "${U:-a}b} | ab}",
                "${U:-{a} | {a",
                "${A:+${U:-{x}} | {x",
            })
    void substitutes(String text, String expected) {
        assertThat(Template.substitute(text, VALUES::get)).isEqualTo(expected);
    }

    @Test
    void takesDefaultsOverSeveralLines() {
        assertThat(Template.substitute("a\n${U:-b\nc}\nd$SET", VALUES::get)).isEqualTo("a\nb\nc\ndval");
    }

    @Test
    void takesTheLettersThatFoldToAsciiInNames() {
        assertThat(Template.substitute("$\u017fx ${\u212a}", Map.of("\u017fx", "1", "\u212a", "2")::get))
                .isEqualTo("1 2");
    }

    @Test
    void returnsTextWithoutReferencesAsItIs() {
        String text = "no reference ".repeat(3);

        assertThat(Template.substitute(text, VALUES::get)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${ | 0",
                "a${} | 1",
                "${SET | 0",
                "$SET ${1A} | 5",
                "${SET:} | 0",
                "${SET:=x} | 0",
                "${SET=x} | 0",
                "${#SET} | 0",
                "${!SET} | 0",
                "${SET/a/b} | 0",
                "${SET^} | 0",
                "${SET:0:1} | 0",
                "${ SET} | 0",
                "${SET } | 0",
                "${é} | 0",
                "${U:-x${y z}} | 6",
                "$${SET} ${{SET}} | 8",
                "${${SET}} | 0",
                "${U:-x | 0",
            })
    void refusesWhatDoesNotFitTheGrammar(String text, int offset) {
        TemplateException e =
                catchThrowableOfType(TemplateException.class, () -> Template.substitute(text, VALUES::get));

        assertThat(e).hasMessage("invalid interpolation format; you may need to escape any $ with another $");
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.INVALID);
        assertThat(e.offset()).isEqualTo(offset);
        assertThat(e.variable()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x${U:?need it} | 1 | U | required variable U is missing a value: need it",
                "${EMPTY:?m} | 0 | EMPTY | required variable EMPTY is missing a value: m",
                "${U?} | 0 | U | required variable U is missing a value",
                "${U:?} | 0 | U | required variable U is missing a value",
                "${U?x:-y} | 0 | U | required variable U is missing a value: x:-y",
                "${U:?need ${SET}} | 0 | U | required variable U is missing a value: need val",
                "${U:-${V?nested}} | 5 | V | required variable V is missing a value: nested",
                "${U:?a ${V:?b}} | 7 | V | required variable V is missing a value: b",
            })
    void failsWithoutARequiredValue(String text, int offset, String variable, String message) {
        TemplateException e =
                catchThrowableOfType(TemplateException.class, () -> Template.substitute(text, VALUES::get));

        assertThat(e).hasMessage(message);
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.REQUIRED);
        assertThat(e.offset()).isEqualTo(offset);
        assertThat(e.variable()).isEqualTo(variable);
    }

    @Test
    void tellsOfVariablesThatCountAsEmpty() {
        List<String> unset = new ArrayList<>();

        Template.substitute("$U ${V} ${SET} $EMPTY ${W:-d} ${W+a} ${X:-$Y} ${SET:-$Z}", new Variables() {
            @Override
            public @Nullable String value(String name) {
                return VALUES.get(name);
            }

            @Override
            public void unset(String name, int offset) {
                unset.add(name + "@" + offset);
            }
        });

        assertThat(unset).containsExactly("U@0", "V@3", "Y@42");
    }

    @Test
    void listsTheVariablesOfAText() {
        assertThat(Template.variables("$A ${B} $$C ${D:-x} ${E-} ${F:+y} ${G?m $N} ${H:-${I:-z}/$J} ${bad x} ${K"))
                .containsExactly(
                        new VariableUse("A", 0, false, "", ""),
                        new VariableUse("B", 3, false, "", ""),
                        new VariableUse("D", 12, false, "x", ""),
                        new VariableUse("E", 20, false, "", ""),
                        new VariableUse("F", 26, false, "", "y"),
                        new VariableUse("G", 34, true, "", ""),
                        new VariableUse("H", 44, false, "${I:-z}/$J", ""),
                        new VariableUse("I", 49, false, "z", ""),
                        new VariableUse("J", 57, false, "", ""));
        assertThat(Template.variables("nothing")).isEmpty();
    }

    @Test
    void limitsTheDepth() {
        String deep = "${U:-".repeat(101) + "x" + "}".repeat(101);

        assertThat(Template.substitute(deep.substring(5, deep.length() - 1), VALUES::get))
                .isEqualTo("x");
        TemplateException e =
                catchThrowableOfType(TemplateException.class, () -> Template.substitute(deep, VALUES::get));
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.LIMIT);
        assertThat(e).hasMessage("variables are nested more than 100 deep in each other's defaults");
        assertThat(e.offset()).isEqualTo(500);
    }

    @Test
    void limitsTheResult() {
        assertThat(Template.substitute("$A$A$A", VALUES::get, 6)).isEqualTo("aaa");
        TemplateException e =
                catchThrowableOfType(TemplateException.class, () -> Template.substitute("$_x1$_x1", VALUES::get, 8));
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.LIMIT);
        assertThat(e.offset()).isEqualTo(4);
        assertThat(e).hasMessage("text with variables is longer than 8 characters");
        assertThat(Template.substitute("x".repeat(7), VALUES::get, 6)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${A:-", "${U:-", "{", "}", "${U:-{", "$", "$A", "${U:-}", "$${", "${U:-}}{"})
    void endsOnEndlessRepetition(String part) {
        String text = part.repeat(1_000_000 / part.length()) + "$";

        int done = 0;
        try {
            done = Template.substitute(text, VALUES::get).length();
        } catch (TemplateException e) {
            done = e.offset() + 1;
        }
        assertThat(done).isPositive();
        assertThat(Template.variables(text.substring(0, 50_000))).hasSizeLessThanOrEqualTo(25_000);
        assertThat(Template.variables(text)).isEmpty();
    }

    @Test
    void throwsNothingButItsOwnExceptionOnAnyText() {
        Random random = new Random(7);
        String[] parts = {"$", "{", "}", "A", "SET", "U", ":-", "-", "?", ":?", "+", ":+", " ", "\n", "é", "1", "\\"};
        int substituted = 0;
        for (int round = 0; round < 100_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                Template.substitute(text.toString(), VALUES::get);
                substituted++;
            } catch (TemplateException e) {
                assertThat(text.charAt(e.offset())).isEqualTo('$');
            }
            for (VariableUse use : Template.variables(text.toString())) {
                assertThat(text.charAt(use.offset())).isEqualTo('$');
            }
        }
        assertThat(substituted).isPositive();
    }
}
