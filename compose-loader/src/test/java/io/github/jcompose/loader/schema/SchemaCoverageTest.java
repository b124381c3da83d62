package io.github.jcompose.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.jcompose.model.AttributeKeys;
import io.github.jcompose.model.Project;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaCoverageTest {
    /** Attributes that are resolved before there is a model, or that have no effect anywhere. */
    private static final Set<String> NOT_IN_THE_MODEL =
            Set.of("version", "include", "services.*.extends", "services.*.pull_refresh_after");

    @Test
    void declaresEveryAttributeOfTheReferenceWithTheSameShapeAndNoOther() {
        Object ours = SchemaShape.of(SchemaFiles.ours());
        Object reference = SchemaShape.of(SchemaFiles.reference());

        // A path inside a map of user keys is declared for the sake of its keyword; the map accepts it anyway.
        assertThat(SchemaShape.differences(ours, reference))
                .filteredOn(difference -> !difference.endsWith(
                        "/driver_opts: only ours has properties: " + "{device={type=[number, string]}}"))
                .isEmpty();
    }

    @Test
    void noticesAnAttributeThatIsMissingOrDiffers() {
        JsonNode schema = SchemaFiles.ours();
        JsonNode changed = schema.deepCopy();
        ((ObjectNode) changed.at("/$defs/service/properties")).remove("image");
        ((ObjectNode) changed.at("/$defs/service/properties/oom_score_adj")).put("minimum", -999);

        assertThat(SchemaShape.differences(SchemaShape.of(changed), SchemaShape.of(schema)))
                .hasSize(2)
                .anyMatch(difference -> difference.contains("only the reference has image"))
                .anyMatch(difference -> difference.contains("oom_score_adj/minimum: ours -999, reference -1000"));
    }

    @Test
    void everyAttributeIsCarriedByTheModel() {
        JsonNode schema = SchemaFiles.ours();
        List<String> missing = new ArrayList<>();
        Set<String> carried = new HashSet<>();
        collect(new SchemaWalk(schema), schema, Project.class, "", missing, carried);

        assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_IN_THE_MODEL);
        assertThat(carried).hasSizeGreaterThan(270).contains("services.*.deploy.resources.limits.pids");
    }

    private static void collect(
            SchemaWalk walk, JsonNode schema, Type type, String path, List<String> missing, Set<String> carried) {
        JsonNode resolved = walk.resolve(schema);
        if (type instanceof ParameterizedType generic) {
            boolean map = generic.getRawType().equals(Map.class);
            Type value = generic.getActualTypeArguments()[map ? 1 : 0];
            JsonNode values = map ? walk.values(resolved) : resolved.path("items");
            if (!values.isMissingNode()) {
                collect(walk, values, value, path + (map ? ".*" : "[]"), missing, carried);
            }
        } else if (type instanceof Class<?> record && record.isRecord()) {
            resolved.path("properties").properties().forEach(property -> {
                String name = property.getKey();
                String at = path.isEmpty() ? name : path + "." + name;
                Optional<RecordComponent> component = componentOf(record, name);
                if (component.isEmpty()) {
                    missing.add(at);
                } else {
                    carried.add(at);
                    collect(walk, property.getValue(), component.get().getGenericType(), at, missing, carried);
                }
            });
        }
    }

    private static Optional<RecordComponent> componentOf(Class<?> record, String key) {
        return Arrays.stream(record.getRecordComponents())
                .filter(AttributeKeys::isAttribute)
                .filter(component -> AttributeKeys.keyOf(component).equals(key))
                .findFirst();
    }
}
