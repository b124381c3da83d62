package io.github.jcompose.loader.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectWriterTest {
    private static final Project PROJECT = Project.builder()
            .name("p")
            .services(Map.of(
                    "web",
                    Service.builder()
                            .image("a")
                            .command(List.of("echo", "$HOME <&>"))
                            .build()))
            .build();

    @Test
    void doublesDollarsOfProjectInYaml() {
        assertThat(ProjectWriter.yaml(PROJECT)).isEqualTo("""
                name: p
                services:
                  web:
                    command:
                      - echo
                      - $$HOME <&>
                    image: a
                """);
    }

    @Test
    void doublesDollarsOfProjectInJson() {
        assertThat(ProjectWriter.json(PROJECT)).isEqualTo("""
                {
                  "name": "p",
                  "services": {
                    "web": {
                      "command": [
                        "echo",
                        "$$HOME \\u003c\\u0026\\u003e"
                      ],
                      "entrypoint": null,
                      "image": "a"
                    }
                  }
                }""");
    }

    @Test
    void keepsDollarsOfTreeAndSortsAllItsKeys() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("k10", "$A");
        inner.put("k9", "${B}");
        Map<String, Object> tree = Map.of("services", List.of(inner));

        assertThat(ProjectWriter.yaml(tree)).isEqualTo("services:\n  - k9: ${B}\n    k10: $A\n");
        assertThat(ProjectWriter.json(tree))
                .isEqualTo(
                        "{\n  \"services\": [\n    {\n      \"k10\": \"$A\",\n      \"k9\": \"${B}\"\n    }\n  ]\n}");
    }
}
