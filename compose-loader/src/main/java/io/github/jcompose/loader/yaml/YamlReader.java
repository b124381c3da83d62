package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.syntax.GoScalar;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Entry;
import io.github.jcompose.loader.tree.MappingNode;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.ScalarNode;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds trees from the parser's events. Works on events and not on the library's own node graph, so that
 * aliases and merge keys are expanded under a limit and keep their positions.
 */
public final class YamlReader {
    /** How much of a text the parser is given at once. */
    private static final int USUAL_BUFFER = 1 << 20;

    private static final int MOST_NAMES = 10_000;
    private static final String YAML_TAGS = "tag:yaml.org,2002:";

    private final Source source;
    private final LoadLimits limits;
    private final Problems problems;
    private final int linesBefore;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int size;
    /** One string for all keys that are spelled the same: a few hundred names make up most of a file. */
    private final Map<String, String> names = new HashMap<>();

    private int depth;
    /** The greatest depth below the node that is being read. */
    private int deepest;

    private boolean tagged;

    /** A node that aliases may name; null while it is not complete. */
    private record Anchored(@Nullable Node node, int size, int height) {}

    /**
     * A document of a file.
     *
     * @param root its value; null for an empty document
     * @param tagged whether {@code !reset} or {@code !override} occurs in it
     */
    public record Document(@Nullable Node root, boolean tagged) {}

    /**
     * @param linesBefore how many lines of the source stand before the text that will be read
     */
    YamlReader(Source source, LoadLimits limits, Problems problems, int linesBefore) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.linesBefore = linesBefore;
    }

    /** {@return what was spent on the values that were read} */
    int size() {
        return size;
    }

    /**
     * {@return the documents of a file}
     *
     * @throws ComposeFileException if the text is no YAML or exceeds a limit
     */
    public static List<Document> read(Source source, String text, LoadLimits limits, Problems problems) {
        Document cut = CutText.read(source, text, limits, problems, CutText.PIECE);
        List<Document> documents =
                cut == null ? new YamlReader(source, limits, problems, 0).documents(text) : List.of(cut);
        source.itemIndexes(new ItemIndexes(text)::at);
        return documents;
    }

    List<Document> documents(String text) {
        int longestLine = AnchorNames.check(source, text, problems);
        // The parser copies what it holds of a token each time it is given more, which takes the memory twice. So a
        // text with a line that exceeds the buffer is given as a whole.
        int buffer = longestLine > USUAL_BUFFER ? text.length() : Math.min(text.length(), USUAL_BUFFER);
        List<Document> documents = new ArrayList<>();
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .setBufferSize(Math.max(1, buffer))
                    .build();
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                Event event = events.next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    tagged = false;
                    Node root = node(events.next(), events);
                    documents.add(new Document(isEmpty(root) ? null : root, tagged));
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw new SyntaxProblem(source).report(e, problems);
        } catch (ReaderException e) {
            String character = String.format("U+%04X", e.getCodePoint());
            throw invalid("the character " + character + " is not allowed");
        } catch (YamlEngineException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        return documents;
    }

    private ComposeFileException invalid(String message) {
        return problems.fail(Location.ofFile(source.name()), "", "invalid YAML: " + message, null);
    }

    private static boolean isEmpty(Node root) {
        return root instanceof ScalarNode scalar && scalar.text().isEmpty() && scalar.isNull();
    }

    private Node node(Event event, Iterator<Event> events) {
        if (event instanceof AliasEvent alias) {
            return expand(alias);
        }
        NodeEvent start = (NodeEvent) event;
        int before = size;
        int deepestBefore = deepest;
        deepest = depth;
        Anchor anchor = start.getAnchor().orElse(null);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0, 0));
        }
        Node node = create(start, events);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, size - before, deepest - depth));
        }
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private Node create(NodeEvent event, Iterator<Event> events) {
        if (event instanceof ScalarEvent scalar) {
            count(event, 1 + Budget.costOf(scalar.getValue().length()));
            return withAction(scalar(scalar, scalar.getValue()), scalar.getTag());
        }
        count(event, event instanceof MappingStartEvent ? Budget.MAPPING : 1);
        enter(event, ++depth);
        Node node;
        if (event instanceof SequenceStartEvent sequence) {
            node = withAction(sequence(sequence, events), sequence.getTag());
        } else {
            MappingStartEvent mapping = (MappingStartEvent) event;
            node = withAction(mapping(mapping, events), mapping.getTag());
        }
        depth--;
        return node;
    }

    private Node withAction(Node node, Optional<String> tag) {
        if (tag.isPresent() && (tag.get().equals("!reset") || tag.get().equals("!override"))) {
            node.action(tag.get().equals("!reset") ? Node.Action.RESET : Node.Action.OVERRIDE);
            tagged = true;
        }
        return node;
    }

    private SequenceNode sequence(SequenceStartEvent start, Iterator<Event> events) {
        SequenceNode sequence = new SequenceNode(source, line(start), column(start));
        boolean constant = true;
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            // An item becomes an entry of a mapping in many places, so it weighs as much.
            count(event, 1);
            Node item = node(event, events);
            constant = constant && item.isConstant();
            sequence.items().add(item);
            event = events.next();
        }
        if (constant) {
            sequence.holdsConstantsOnly();
        }
        return sequence;
    }

    private MappingNode mapping(MappingStartEvent start, Iterator<Event> events) {
        MappingNode mapping = new MappingNode(source, line(start), column(start));
        MappingReader reader = new MappingReader(mapping, problems);
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            boolean plain = event instanceof ScalarEvent scalar && scalar.isPlain();
            Node key = key(event, events);
            Node value = node(events.next(), events);
            boolean bare = isEmpty(value) && value.action() == Node.Action.NONE;
            reader.add(key, plain, bare ? ScalarNode.empty(key) : value);
            event = events.next();
        }
        reader.merge();
        boolean constant = true;
        for (Entry entry : mapping.entries()) {
            constant = constant && entry.value().isConstant();
        }
        if (constant) {
            mapping.holdsConstantsOnly();
        }
        return mapping;
    }

    private Node key(Event event, Iterator<Event> events) {
        boolean bare = event instanceof ScalarEvent scalar
                && scalar.getAnchor().isEmpty()
                && scalar.getTag().isEmpty();
        if (!bare) {
            return node(event, events);
        }
        String text = shared(((ScalarEvent) event).getValue());
        count(event, 1 + Budget.costOf(text.length()));
        return scalar((ScalarEvent) event, text);
    }

    private String shared(String name) {
        boolean full = names.size() >= MOST_NAMES;
        String known = full ? names.get(name) : names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private Node expand(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw problems.fail(
                    at(alias, "*" + name), TreePath.ROOT, "no anchor '&" + name + "' before this alias", null);
        }
        Node node = anchored.node();
        if (node == null) {
            throw problems.fail(
                    at(alias, "*" + name), TreePath.ROOT, "alias '*" + name + "' stands inside its own anchor", null);
        }
        count(alias, anchored.size());
        enter(alias, depth + anchored.height());
        return node.copy();
    }

    private void enter(Event event, int reached) {
        deepest = Math.max(deepest, reached);
        if (reached > limits.depth()) {
            throw problems.fail(at(event), TreePath.ROOT, "nested deeper than " + limits.depth() + " levels", null);
        }
    }

    private void count(Event event, int more) {
        size += more;
        if (!problems.budget().spend(more)) {
            throw problems.exceeded(at(event), TreePath.ROOT, problems.budget().exceeded());
        }
    }

    private ScalarNode scalar(ScalarEvent event, String text) {
        return new ScalarNode(source, line(event), column(event), text, value(event, text));
    }

    private @Nullable Object value(ScalarEvent event, String text) {
        String tag = event.getTag().orElse("");
        if (tag.startsWith(YAML_TAGS)) {
            try {
                return GoScalar.resolve("!!" + tag.substring(YAML_TAGS.length()), text);
            } catch (IllegalArgumentException e) {
                problems.error(at(event), TreePath.ROOT, String.valueOf(e.getMessage()));
                return text;
            }
        }
        return event.isPlain() ? GoScalar.resolve(text) : text;
    }

    private Node at(Event event) {
        return at(event, "");
    }

    private Node at(Event event, String text) {
        return new ScalarNode(source, line(event), column(event), text, null);
    }

    private int line(Event event) {
        Mark mark = event.getStartMark().orElse(null);
        return mark == null ? 0 : linesBefore + mark.getLine() + 1;
    }

    private static int column(Event event) {
        Mark mark = event.getStartMark().orElse(null);
        return mark == null ? 0 : mark.getColumn() + 1;
    }
}
