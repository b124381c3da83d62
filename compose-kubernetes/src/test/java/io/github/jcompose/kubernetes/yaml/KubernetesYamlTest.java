package io.github.jcompose.kubernetes.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

class KubernetesYamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "yes",
                "No",
                "ON",
                "y",
                "null",
                "~",
                "true",
                "1",
                "1.5",
                "0x1f",
                "1e3",
                "12:30:45",
                "2026-01-01",
                ".inf",
                "-",
                "- a",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "'a'",
                "\"",
                "\\",
                "a\nb",
                "a\nb\n",
                "a\n\n",
                "\n",
                "\na",
                " a\nb",
                "a \nb",
                "a\tb",
                "\t",
                "a\rb",
                "{a}",
                "[a]",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "|",
                ">",
                "?",
                "? a",
                "=",
                "<<",
                "a, b",
                "é",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\u0000",
                "💡",
                "---",
                "...",
                "500m",
                "10Gi",
                "0o7",
                "007",
                "1_000",
                "a\n b\n  c",
                "a\n\tb",
                "http://x:80/?a=b",
                "$(X)",
                "a  b",
                "trailing ",
                "{{ x }}",
                "0.1",
                "+1",
                "Infinity",
                "NaN"
            })
    void isReadAsTheSameTextByOldAndNewYaml(String text) {
        Map<String, Object> tree = Map.of("key", text, "list", List.of(text, List.of(text), Map.of("k", text)));

        String yaml = KubernetesYaml.write(tree);

        Object old = new Yaml().load(yaml);
        assertThat(old).as(yaml).isEqualTo(tree);
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml))
                .as(yaml)
                .isEqualTo(tree);
        String key = KubernetesYaml.write(Map.of(text, 1));
        Object oldKey = new Yaml().load(key);
        assertThat(oldKey).as(key).isEqualTo(Map.of(text, 1));
    }

    @Test
    void writesWhatIsEmpty() {
        assertThat(KubernetesYaml.write(Map.of())).isEqualTo("{}\n");
        assertThat(KubernetesYaml.write(Map.of("a", Map.of()))).isEqualTo("a: {}\n");
        assertThat(KubernetesYaml.write(Map.of("a", List.of()))).isEqualTo("a: []\n");
    }

    @Test
    void leavesExpressionsAsTheyAre() {
        assertThat(KubernetesYaml.write(Map.of("a", new Expression("{{ .Values.a }}"))))
                .isEqualTo("a: {{ .Values.a }}\n");
    }
}
