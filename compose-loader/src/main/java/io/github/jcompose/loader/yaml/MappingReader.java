package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** Fills a mapping: refuses keys that are no strings or stand twice, and expands merge keys. */
final class MappingReader {
    private final MappingNode mapping;
    private final Problems problems;
    private @Nullable Entry mergeKey;

    MappingReader(MappingNode mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    void add(Node keyNode, boolean plain, Node value) {
        if (!(keyNode instanceof ScalarNode key)) {
            problems.error(keyNode, TreePath.ROOT, "a key must be a string, not " + keyNode.kind());
            return;
        }
        Entry earlier = plain && key.text().equals("<<") ? mergeKey : mapping.entry(key.text());
        if (earlier != null) {
            problems.error(
                    key,
                    TreePath.ROOT,
                    "key '" + key.text() + "' stands twice; first at "
                            + earlier.keyNode().location());
        } else if (plain && key.text().equals("<<")) {
            mergeKey = new Entry(key.text(), key, value);
        } else if (key.isString()) {
            mapping.put(new Entry(key.text(), key, value));
        } else {
            String hint = "put it in quotes: \"" + key.text() + "\"";
            problems.error(key, TreePath.ROOT, "a key must be a string, not " + key.kind(), hint);
        }
    }

    /** Adds what the merge key names; keys of the mapping itself win, then the earlier of several mappings. */
    void merge() {
        if (mergeKey == null) {
            return;
        }
        Node value = mergeKey.value();
        if (value instanceof SequenceNode sequence) {
            sequence.items().forEach(this::mergeOne);
        } else {
            mergeOne(value);
        }
    }

    private void mergeOne(Node value) {
        if (value instanceof SequenceNode nested) {
            nested.items().forEach(this::mergeOne);
        } else if (value instanceof MappingNode merged) {
            for (Entry entry : merged.entries()) {
                if (!mapping.has(entry.key())) {
                    mapping.put(entry);
                }
            }
        } else {
            problems.error(value, TreePath.ROOT, "'<<' takes a mapping or a list of mappings, not " + value.kind());
        }
    }
}
