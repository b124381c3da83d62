package io.github.jcompose.loader.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * At which index of its list each item of a text stands. Trees do not tell: items were dropped, replaced and joined with those
 * of other files. Read from the text again when the first message needs it, so that no other load pays for it.
 */
final class ItemIndexes {
    /** Larger texts are not read twice; their messages have the indexes of the tree. */
    private static final int LARGEST = 1 << 20;

    private final String text;
    private @Nullable Map<Long, Integer> known;

    /**
     * @param text what is known to be YAML
     */
    ItemIndexes(String text) {
        this.text = text;
    }

    /** {@return the index of the item at a place; null if there is none} */
    @Nullable
    synchronized Integer at(int line, int column) {
        if (text.length() > LARGEST) {
            return null;
        }
        Map<Long, Integer> indexes = known;
        if (indexes == null) {
            indexes = read(text);
            known = indexes;
        }
        return indexes.get(key(line, column));
    }

    private static Map<Long, Integer> read(String text) {
        Map<Long, Integer> indexes = new HashMap<>();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
        // The next index of each list around, negative for a mapping.
        Deque<int[]> around = new ArrayDeque<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent node) {
                int[] innermost = around.peek();
                if (innermost != null && innermost[0] >= 0) {
                    int index = innermost[0]++;
                    node.getStartMark()
                            .ifPresent(mark -> indexes.put(key(mark.getLine() + 1, mark.getColumn() + 1), index));
                }
            }
            switch (event.getEventId()) {
                case SequenceStart -> around.push(new int[] {0});
                case MappingStart -> around.push(new int[] {-1});
                case SequenceEnd, MappingEnd -> around.pop();
                default -> {}
            }
        }
        return indexes;
    }

    private static long key(int line, int column) {
        return (long) line << 32 | column;
    }
}
