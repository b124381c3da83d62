package io.github.jcompose.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.robustness.SchemaGenerator;
import io.github.jcompose.loader.tree.Budget;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import io.github.jcompose.loader.yaml.YamlReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the loader's own check against a general validator of JSON Schema. */
class StructureCheckTest {
    private static final com.networknt.schema.Schema VALIDATOR = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaFiles.ours());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = SchemaInstancesTest.SERVICES)
    void judgesAServiceAsAValidatorDoes(String verdict, String service) {
        assertThat(accepts("services: {web: {" + service + "}}")).isEqualTo(verdict.equals("good"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = SchemaInstancesTest.FILES)
    void judgesAFileAsAValidatorDoes(String verdict, String file) {
        assertThat(accepts("{" + file + "}")).isEqualTo(verdict.equals("good"));
    }

    @Test
    void judgesGeneratedFilesAsAValidatorDoes() {
        for (int seed = 0; seed < 2_000; seed++) {
            String file = new SchemaGenerator(new Random(seed)).file();
            if (file.indexOf('\ud800') < 0) {
                assertThat(accepts(file)).as("seed " + seed + ": " + file).isEqualTo(validatorAccepts(file));
            }
        }
    }

    /** The validator takes the values of a mapping for items that must be unique, which the standard does not ask for. */
    private static boolean validatorAccepts(String json) {
        return VALIDATOR.validate(json, InputFormat.JSON).stream()
                .allMatch(error -> "uniqueItems".equals(error.getKeyword())
                        && error.getInstanceNode().isObject());
    }

    private static boolean accepts(String yaml) {
        Problems problems = new Problems(warning -> {}, new Budget(LoadLimits.DEFAULT.nodes()));
        try {
            Node root = YamlReader.read(new Source("compose.yaml", yaml), yaml, LoadLimits.DEFAULT, problems)
                    .get(0)
                    .root();
            return root != null
                    && new StructureCheck(problems, (list, rule) -> {}).check(root, Schema.root(), TreePath.ROOT)
                    && !problems.any();
        } catch (ComposeFileException e) {
            throw new AssertionError("not even YAML: " + yaml, e);
        }
    }
}
