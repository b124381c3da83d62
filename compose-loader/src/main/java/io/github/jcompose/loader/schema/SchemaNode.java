package io.github.jcompose.loader.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the schema says of one value: its structure, and the keywords that the stages of the loader read. */
public final class SchemaNode {
    private final Map<?, ?> json;
    private final Structure structure;
    private final Map<String, Link> properties = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final @Nullable Link additional;
    private final @Nullable Link item;
    private final @Nullable String cast;
    private final @Nullable String merge;
    private final @Nullable String unique;
    private final @Nullable String form;
    private final @Nullable String path;
    /** What is set here or below; found when it is first asked for. */
    private volatile @Nullable Reach reach;

    /** What holds for the values of keys that match. */
    private record Pattern(KeyPattern keys, Link value) {}

    /** Which keywords are set at a value or below. */
    private record Reach(boolean cast, boolean unique, boolean form, boolean path) {}

    /** The way to the schema of a value, which is made when a file has such a value: most have few of all. */
    private static final class Link {
        private final Map<?, ?> json;
        private final Schema schema;
        private volatile @Nullable SchemaNode node;

        Link(Map<?, ?> json, Schema schema) {
            this.json = json;
            this.schema = schema;
        }

        SchemaNode node() {
            SchemaNode known = node;
            if (known == null) {
                known = schema.resolve(json);
                node = known;
            }
            return known;
        }
    }

    SchemaNode(Map<?, ?> json, Schema schema) {
        this.json = json;
        this.structure = new Structure(json);
        this.cast = text("compose:cast");
        this.merge = text("compose:merge");
        this.unique = text("compose:unique");
        this.form = text("compose:form");
        this.path = text("compose:path");
        for (Map.Entry<?, ?> property : object(json.get("properties")).entrySet()) {
            properties.put(String.valueOf(property.getKey()), new Link(object(property.getValue()), schema));
        }
        for (Map.Entry<?, ?> pattern : object(json.get("patternProperties")).entrySet()) {
            KeyPattern keys = KeyPattern.of(String.valueOf(pattern.getKey()));
            patterns.add(new Pattern(keys, new Link(object(pattern.getValue()), schema)));
        }
        Map<?, ?> open = object(json.get("additionalProperties"));
        this.additional = open.isEmpty() ? null : new Link(open, schema);
        this.item = json.get("items") instanceof Map<?, ?> items ? new Link(items, schema) : null;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private @Nullable String text(String keyword) {
        Object found = json.get(keyword);
        return found == null ? null : found.toString();
    }

    private Reach reach() {
        Reach known = reach;
        if (known == null) {
            known = new Reach(cast != null, unique != null, form != null, path != null);
            for (Link property : properties.values()) {
                known = with(known, property);
            }
            for (Pattern pattern : patterns) {
                known = with(known, pattern.value());
            }
            known = with(with(known, additional), item);
            reach = known;
        }
        return known;
    }

    private static Reach with(Reach own, @Nullable Link link) {
        if (link == null) {
            return own;
        }
        Reach below = link.node().reach();
        return new Reach(
                own.cast || below.cast, own.unique || below.unique, own.form || below.form, own.path || below.path);
    }

    /** {@return to what type text is converted right after variables are substituted; null: it stays} */
    public @Nullable String cast() {
        return cast;
    }

    /** {@return how a later value joins an earlier one, where the kind of value does not decide; null: it does} */
    public @Nullable String merge() {
        return merge;
    }

    /** {@return how items of a list are told apart; null: they are not} */
    public @Nullable String unique() {
        return unique;
    }

    /** {@return the name of the long form that short syntax becomes; null: there is one form} */
    public @Nullable String form() {
        return form;
    }

    /** {@return what kind of path the value is; null: it is none} */
    public @Nullable String path() {
        return path;
    }

    /** {@return whether {@link #cast} is set here or below} */
    public boolean reachesCast() {
        return reach().cast;
    }

    /** {@return whether {@link #unique} is set here or below} */
    public boolean reachesUnique() {
        return reach().unique;
    }

    /** {@return whether {@link #form} is set here or below} */
    public boolean reachesForm() {
        return reach().form;
    }

    /** {@return whether {@link #path} is set here or below} */
    public boolean reachesPath() {
        return reach().path;
    }

    /** {@return the schema of the value of a key; null if the schema says nothing of it or forbids it} */
    public @Nullable SchemaNode child(String key) {
        Link own = properties.get(key);
        if (own != null) {
            return own.node();
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).keys().matches(key)) {
                return patterns.get(i).value().node();
            }
        }
        return additional == null ? null : additional.node();
    }

    /** {@return the schema of items of the list; null if the schema says nothing of them} */
    public @Nullable SchemaNode item() {
        return item == null ? null : item.node();
    }

    /** {@return the names of the attributes of the mapping, sorted} */
    public Set<String> attributes() {
        return new TreeSet<>(properties.keySet());
    }

    /** {@return whether the mapping has an attribute of the name} */
    boolean declares(String name) {
        return properties.containsKey(name);
    }

    boolean hasChildren() {
        return additional != null || !properties.isEmpty() || !patterns.isEmpty();
    }

    Structure structure() {
        return structure;
    }

    /** The keywords of JSON Schema that hold for a value itself. */
    static final class Structure {
        final ValueType type;
        final boolean closed;
        final boolean uniqueItems;
        final List<String> required;
        final @Nullable List<?> values;
        final @Nullable KeyPattern pattern;
        final @Nullable Number minimum;
        final @Nullable Number maximum;

        Structure(Map<?, ?> json) {
            type = ValueType.of(types(json.get("type")));
            closed = Boolean.FALSE.equals(json.get("additionalProperties"));
            uniqueItems = Boolean.TRUE.equals(json.get("uniqueItems"));
            required = json.get("required") instanceof List<?> list ? names(list) : List.of();
            values = json.get("enum") instanceof List<?> list ? list : null;
            pattern = json.get("pattern") instanceof String text ? KeyPattern.of(text) : null;
            minimum = json.get("minimum") instanceof Number number ? number : null;
            maximum = json.get("maximum") instanceof Number number ? number : null;
        }

        private static List<String> types(@Nullable Object type) {
            if (type instanceof List<?> list) {
                return names(list);
            }
            return type == null ? List.of() : List.of(type.toString());
        }

        private static List<String> names(List<?> list) {
            List<String> names = new ArrayList<>(list.size());
            for (Object name : list) {
                names.add(String.valueOf(name));
            }
            return names;
        }
    }
}
