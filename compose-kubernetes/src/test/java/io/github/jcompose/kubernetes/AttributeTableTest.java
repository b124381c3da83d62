package io.github.jcompose.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jcompose.kubernetes.convert.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the table of docs/beyond-one-machine.md to the schema and to the warnings. */
class AttributeTableTest {
    private static final Path PAGE = Path.of("../docs/beyond-one-machine.md");
    private static final Path SCHEMA = Path.of("../schema/compose.schema.json");

    @Test
    void hasEveryAttributeOfTheSchema() throws IOException {
        List<String> attributes = new ArrayList<>();
        new ObjectMapper()
                .readTree(SCHEMA.toFile())
                .at("/$defs/service/properties")
                .fieldNames()
                .forEachRemaining(attributes::add);

        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(attributes);
    }

    @Test
    void saysNoWhereThereIsOnlyAWarning() throws IOException {
        List<String> unsupported = new ArrayList<>();
        rows().forEach((attribute, cells) -> {
            assertThat(cells).as(attribute).hasSize(3).noneMatch(String::isBlank);
            if (cells.get(2).equals("no") || cells.get(2).startsWith("no, ")) {
                unsupported.add(attribute);
            }
        });

        assertThat(unsupported).containsExactlyInAnyOrderElementsOf(Unsupported.attributes());
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        String page = Files.readString(PAGE);
        page.substring(page.indexOf("## Every attribute of a service"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> {
                    String[] cells = line.substring(1, line.length() - 1).split("\\|");
                    String attribute = cells[0].strip().replace("`", "");
                    List<String> others = new ArrayList<>();
                    for (int i = 1; i < cells.length; i++) {
                        others.add(cells[i].strip());
                    }
                    assertThat(rows.put(attribute, others)).as(attribute).isNull();
                });
        return rows;
    }
}
