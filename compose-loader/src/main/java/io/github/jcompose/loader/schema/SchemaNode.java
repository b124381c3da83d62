package io.github.jcompose.loader.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the schema says of one value: its structure, and the keywords that the stages of the loader read. */
public final class SchemaNode {
    private final Map<?, ?> json;
    private final Structure structure;
    private final Map<String, SchemaNode> properties = new HashMap<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final @Nullable SchemaNode additional;
    private final @Nullable SchemaNode item;
    private final @Nullable String cast;
    private final @Nullable String merge;
    private final @Nullable String unique;
    private final @Nullable String form;
    private final @Nullable String path;
    private final boolean reachesCast;
    private final boolean reachesUnique;
    private final boolean reachesForm;
    private final boolean reachesPath;

    /** What holds for the values of keys that match. */
    private record Pattern(KeyPattern keys, SchemaNode value) {}

    SchemaNode(Map<?, ?> json, Schema schema) {
        this.json = json;
        this.structure = new Structure(json);
        this.cast = text("compose:cast");
        this.merge = text("compose:merge");
        this.unique = text("compose:unique");
        this.form = text("compose:form");
        this.path = text("compose:path");
        object("properties").forEach((key, one) -> properties.put(key.toString(), schema.resolveAny(one)));
        object("patternProperties")
                .forEach(
                        (key, one) -> patterns.add(new Pattern(KeyPattern.of(key.toString()), schema.resolveAny(one))));
        Map<?, ?> open = object("additionalProperties");
        this.additional = open.isEmpty() ? null : schema.resolve(open);
        this.item = json.get("items") instanceof Map<?, ?> items ? schema.resolve(items) : null;
        this.reachesCast = reaches(cast, node -> node.reachesCast);
        this.reachesUnique = reaches(unique, node -> node.reachesUnique);
        this.reachesForm = reaches(form, node -> node.reachesForm);
        this.reachesPath = reaches(path, node -> node.reachesPath);
    }

    private Map<?, ?> object(String keyword) {
        return json.get(keyword) instanceof Map<?, ?> map ? map : Map.of();
    }

    private @Nullable String text(String keyword) {
        Object found = json.get(keyword);
        return found == null ? null : found.toString();
    }

    private boolean reaches(@Nullable String own, Predicate<SchemaNode> below) {
        boolean here =
                own != null || (additional != null && below.test(additional)) || (item != null && below.test(item));
        for (Pattern pattern : patterns) {
            here = here || below.test(pattern.value());
        }
        for (SchemaNode property : properties.values()) {
            here = here || below.test(property);
        }
        return here;
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
        return reachesCast;
    }

    /** {@return whether {@link #unique} is set here or below} */
    public boolean reachesUnique() {
        return reachesUnique;
    }

    /** {@return whether {@link #form} is set here or below} */
    public boolean reachesForm() {
        return reachesForm;
    }

    /** {@return whether {@link #path} is set here or below} */
    public boolean reachesPath() {
        return reachesPath;
    }

    /** {@return the schema of the value of a key; null if the schema says nothing of it or forbids it} */
    public @Nullable SchemaNode child(String key) {
        SchemaNode own = properties.get(key);
        if (own != null) {
            return own;
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).keys().matches(key)) {
                return patterns.get(i).value();
            }
        }
        return additional;
    }

    /** {@return the schema of items of the list; null if the schema says nothing of them} */
    public @Nullable SchemaNode item() {
        return item;
    }

    /** {@return the names of the attributes of the mapping, sorted} */
    public Set<String> attributes() {
        return new TreeSet<>(properties.keySet());
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
