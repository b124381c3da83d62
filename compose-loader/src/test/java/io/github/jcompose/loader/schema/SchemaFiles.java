package io.github.jcompose.loader.schema;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The schemas that the tests of this package compare. */
final class SchemaFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaFiles() {}

    /** {@return our schema, as it is packaged} */
    static JsonNode ours() {
        String resource = "/io/github/jcompose/loader/schema/compose.schema.json";
        try (InputStream in = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the schema of the reference with an absolute identifier, without which it cannot be loaded}
     *
     * <p>Aborts the test where the file is absent; with {@code CI=true} in the environment it is required.
     */
    static JsonNode reference() {
        Path file = Path.of(System.getProperty("jcompose.reference", "../../shared/reference/compose-spec.json"));
        if (!Files.exists(file)) {
            String message = "no reference schema at " + file.toAbsolutePath().normalize()
                    + "; name it with -Djcompose.reference=FILE";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        try {
            ObjectNode schema = (ObjectNode) JSON.readTree(file.toFile());
            return schema.put("$id", "https://reference.invalid/compose-spec.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
