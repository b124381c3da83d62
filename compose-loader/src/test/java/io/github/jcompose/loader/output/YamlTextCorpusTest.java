package io.github.jcompose.loader.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.conformance.Corpus;
import io.github.jcompose.loader.conformance.GoldenRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML that docker compose wrote, and writes it again. */
class YamlTextCorpusTest {
    @Test
    @SuppressWarnings("unchecked")
    void writesWhatDockerComposeWrote() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (GoldenRecord golden : Corpus.records()) {
            if (golden.variant().equals("yaml") && !golden.refused()) {
                // The reference doubled the dollars after it had folded the lines.
                String text = Objects.requireNonNull(golden.text()).replace("$$", "$");
                Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
                String written = YamlText.of((Map<String, Object>) tree);
                if (!written.equals(text)) {
                    wrong.add(golden.suite() + " " + golden.name() + "\n" + difference(text, written));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String difference(String expected, String actual) {
        List<String> left = expected.lines().toList();
        List<String> right = actual.lines().toList();
        int line = 0;
        while (line < left.size() && line < right.size() && left.get(line).equals(right.get(line))) {
            line++;
        }
        return "  expected: " + left.subList(line, Math.min(line + 2, left.size())) + "\n  actual:   "
                + right.subList(line, Math.min(line + 2, right.size()));
    }
}
