package io.github.jcompose.loader.artifact;

import io.github.jcompose.loader.tree.ScalarNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Puts other strings in the place of some in a YAML text, and leaves all else as it is written. */
final class ScalarEdits {
    /** Anchor and tag before a value, the value, and the space that a block takes up behind it. */
    private static final Pattern PARTS = Pattern.compile("((?:[&!]\\S*\\s+)*)(.*?)(\\s*)", Pattern.DOTALL);

    private record Place(int line, int column) {}

    private final Map<Place, String> wanted = new HashMap<>();

    /** Remembers what is to be where the value stands now; an alias stands where its anchor does. */
    void put(ScalarNode at, String text) {
        wanted.put(new Place(at.line(), at.column()), text);
    }

    /** {@return the text with all that was put} */
    String apply(String text) {
        if (wanted.isEmpty()) {
            return text;
        }
        // Marks count characters, and some of them take two.
        Map<Integer, ScalarEvent> found = new TreeMap<>();
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
        while (events.hasNext()) {
            if (events.next() instanceof ScalarEvent scalar && wanted.containsKey(place(scalar))) {
                found.put(scalar.getStartMark().orElseThrow().getIndex(), scalar);
            }
        }
        StringBuilder out = new StringBuilder(text.length() + 80 * found.size());
        int copied = 0;
        for (ScalarEvent scalar : found.values()) {
            int start = index(text, scalar.getStartMark().orElseThrow());
            int end = index(text, scalar.getEndMark().orElseThrow());
            Matcher parts = PARTS.matcher(text.substring(start, end));
            String written = wanted.get(place(scalar));
            out.append(text, copied, start);
            out.append(parts.matches() ? parts.group(1) + '"' + written + '"' + parts.group(3) : written);
            copied = end;
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static Place place(ScalarEvent scalar) {
        Mark mark = scalar.getStartMark().orElseThrow();
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static int index(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
