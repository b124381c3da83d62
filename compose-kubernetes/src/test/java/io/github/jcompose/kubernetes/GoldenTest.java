package io.github.jcompose.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.jcompose.kubernetes.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To write the expected files anew and look at what changed: {@code -Dgolden.write=true}. */
class GoldenTest {
    private static final KubernetesSerialization STRICT = new KubernetesSerialization(
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES), true);

    static List<Golden> all() throws IOException {
        return Golden.all();
    }

    @Test
    void coversTheFeatures() throws IOException {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("all")
    void convertsAsExpected(Golden golden) throws IOException {
        String text = golden.text();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden.expectedFile(), text);
        }

        assertThat(text).isEqualTo(Files.readString(golden.expectedFile()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadBackStrictly(Golden golden) {
        for (Manifest manifest : golden.manifests().objects()) {
            HasMetadata object = STRICT.unmarshal(manifest.yaml());

            assertThat(object.getKind()).isEqualTo(manifest.kind());
            assertThat(object.getMetadata().getName()).isEqualTo(manifest.name());
            assertThat(new ObjectMapper().valueToTree(object).toString())
                    .as(manifest.yaml())
                    .isEqualTo(new ObjectMapper()
                            .valueToTree(STRICT.convertValue(manifest.tree(), object.getClass()))
                            .toString());
        }
    }
}
