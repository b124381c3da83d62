package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each attribute of a service as it arrives at the engine. The scenarios are in {@code attributes.txt}: a title, the
 * attributes of a service web (or a whole file), and what the inspection of its container says.
 */
class AttributesIT extends Scenario {
    record Case(String title, String yaml, List<String> expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : text().split("(?m)^== ")) {
            if (!block.isBlank() && !block.startsWith("#")) {
                String[] parts = block.split("(?m)^---\n", 2);
                String[] head = parts[0].split("\n", 2);
                cases.add(new Case(
                        head[0].strip(),
                        head[1],
                        parts[1].lines().filter(line -> !line.isBlank()).toList()));
            }
        }
        return cases.stream();
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(AttributesIT.class.getResourceAsStream("attributes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void arrivesAtTheEngine(Case scenario) throws IOException {
        environment.put("TOKEN", "s3cret");
        Files.writeString(folder.resolve("file.txt"), "content");
        Files.writeString(folder.resolve("web.env"), "FROM_FILE=yes\n");
        Files.writeString(folder.resolve("labels"), "from.file=yes\n");
        Files.writeString(folder.resolve("seccomp.json"), "{\"defaultAction\": \"SCMP_ACT_ALLOW\"}");
        String first = scenario.expected.get(0);
        if (first.startsWith("error = ")) {
            assertThatThrownBy(() -> compose.create(load(file(scenario)), UpOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageContaining(first.substring("error = ".length()));
            return;
        }
        Project project = load(file(scenario));
        compose.create(project, UpOptions.defaults());
        for (String line : scenario.expected) {
            String[] sides = line.split(" = ", 2);
            String value = sides[1].replace("$project", name).replace("$folder", folder.toString());
            if (sides[0].equals("warning")) {
                assertThat(recorded.warnings())
                        .anySatisfy(text -> assertThat(text).contains(value));
            } else {
                assertThat(json("web-1", sides[0].replace("$project", name)))
                        .as(sides[0])
                        .isEqualTo(Json.compact(Json.parse(value)));
            }
        }
    }

    private static String file(Case scenario) {
        if (scenario.yaml.startsWith("services:")) {
            return scenario.yaml;
        }
        boolean onNetwork = scenario.yaml.matches("(?s).*(networks|mac_address|attach):.*");
        return "services:\n  web:\n    <<: " + (onNetwork ? "*idle" : "*lone") + "\n" + scenario.yaml.indent(4);
    }
}
