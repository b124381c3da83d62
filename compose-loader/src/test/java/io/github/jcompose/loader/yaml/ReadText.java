package io.github.jcompose.loader.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of a text, spelled out to compare it. */
final class ReadText {
    private static final LoadLimits LIMITS = LoadLimits.DEFAULT;

    private ReadText() {}

    /** {@return what is read of the pieces; null if the text is not read in pieces} */
    static @Nullable String inPieces(String text, int size) {
        Problems problems = new Problems(problem -> {}, new Budget(LIMITS.nodes()));
        YamlReader.Document document = CutText.read(new Source("compose.yaml", text), text, LIMITS, problems, size);
        assertThat(problems.any()).isFalse();
        return document == null ? null : document.tagged() + "\n" + told(document.root());
    }

    static String whole(String text) {
        Problems problems = new Problems(problem -> {}, new Budget(LIMITS.nodes()));
        List<YamlReader.Document> documents =
                new YamlReader(new Source("compose.yaml", text), LIMITS, problems, 0).documents(text);
        assertThat(documents).hasSize(1);
        assertThat(problems.any()).isFalse();
        return documents.get(0).tagged() + "\n" + told(documents.get(0).root());
    }

    private static String told(@Nullable Node root) {
        assertThat(root).isInstanceOf(MappingNode.class);
        return TreeText.of((MappingNode) root);
    }
}
