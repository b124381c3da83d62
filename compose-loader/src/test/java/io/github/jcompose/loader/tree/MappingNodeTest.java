package io.github.jcompose.loader.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingNodeTest {
    private static final Source SOURCE = new Source("compose.yaml", "");
    private final MappingNode mapping = new MappingNode(SOURCE, 1, 1);

    @Test
    void doesWhatALinkedMapDoesAtAnySize() {
        Map<String, String> expected = new LinkedHashMap<>();
        Random random = new Random(1);
        for (int step = 0; step < 5_000; step++) {
            // Keys of equal hashes are among them.
            String key = (random.nextBoolean() ? "Aa" : "BB") + random.nextInt(step < 2_500 ? 30 : 10);
            if (random.nextInt(3) > 0) {
                mapping.put(key, scalar("v" + step));
                expected.put(key, "v" + step);
            } else {
                mapping.remove(key);
                expected.remove(key);
            }
            assertThat(text(mapping)).isEqualTo(new ArrayList<>(expected.entrySet()).toString());
            assertThat(mapping.keys()).isEqualTo(new ArrayList<>(expected.keySet()));
            assertThat(mapping.has(key)).isEqualTo(expected.containsKey(key));
            assertThat(mapping.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void keepsThePlaceOfAKeyWhenItGetsAnotherValue() {
        mapping.put(new Entry("a", at(3), scalar("1")));
        mapping.put("a", scalar("2"));

        assertThat(key("a").line()).isEqualTo(3);
        mapping.put(new Entry("a", at(7), scalar("3")));
        assertThat(key("a").line()).isEqualTo(7);
        assertThat(key("a").text()).isEqualTo("a");
    }

    @Test
    void isDamagedByWhatARewriteTakesOutAndByNothingElse() {
        for (int i = 0; i < 40; i++) {
            mapping.put("k" + i, scalar("v" + i));
        }

        mapping.removeIf(entry -> entry.key().endsWith("1"));
        assertThat(mapping.isDamaged()).isFalse();
        mapping.rewrite(entry -> entry.key().endsWith("2") ? null : scalar(entry.key()));

        assertThat(mapping.isDamaged()).isTrue();
        assertThat(mapping.size()).isEqualTo(32);
        assertThat(mapping.has("k12")).isFalse();
        assertThat(mapping.string("k33")).isEqualTo("k33");
    }

    @Test
    void copiesShareNothing() {
        for (String key : List.of("a", "b")) {
            mapping.put(new Entry(key, at(5), scalar(key)));
        }
        MappingNode copy = mapping.copy();
        copy.put("a", scalar("other"));
        copy.remove("b");

        assertThat(text(mapping)).isEqualTo("[a=a, b=b]");
        assertThat(text(copy)).isEqualTo("[a=other]");
    }

    private ScalarNode key(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow()
                .keyNode();
    }

    private static String text(MappingNode mapping) {
        return mapping.entries().stream()
                .map(entry -> entry.key() + "=" + ((ScalarNode) entry.value()).text())
                .toList()
                .toString();
    }

    private static ScalarNode at(int line) {
        return new ScalarNode(SOURCE, line, 1, "", null);
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(SOURCE, 9, 1, text, text);
    }
}
