package io.github.jcompose.loader.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the tables of examples in the folder of this class's resources. */
class MessagesTest {
    @TempDir
    Path folder;

    static Stream<Example> examples() {
        return Stream.of("structure", "values", "references", "yaml", "variables", "files", "warnings")
                .flatMap(name -> Example.table(name + ".txt").stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysExactlyWhatIsWrongAndWhere(Example example) throws IOException {
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<Problem> warnings = new ArrayList<>();
        ComposeLoader loader = ComposeLoader.builder()
                .workingDirectory(folder)
                .files(example.files().keySet().stream()
                        .filter(name -> name.startsWith("compose"))
                        .toList())
                .environment(Map.of("SET", "set"))
                .warnings(warnings::add)
                .build();

        if (example.error().isEmpty()) {
            assertThatNoException().isThrownBy(loader::load);
        } else {
            assertThatThrownBy(loader::load)
                    .isInstanceOf(ComposeFileException.class)
                    .hasMessage(example.error());
        }
        assertThat(warnings.stream().map(Problem::render).collect(Collectors.joining("\n")))
                .isEqualTo(example.warnings());
    }

    @Test
    void showsFiftyProblemsAndCountsTheRest() throws IOException {
        StringBuilder text = new StringBuilder("services:\n  web:\n    image: nginx\n");
        for (int i = 0; i < 70; i++) {
            text.append("    wrong").append(i).append(": x\n");
        }
        Files.writeString(folder.resolve("compose.yaml"), text);

        assertThatThrownBy(() ->
                        ComposeLoader.builder().workingDirectory(folder).build().load())
                .isInstanceOfSatisfying(
                        ComposeFileException.class,
                        e -> assertThat(e.problems()).hasSize(70))
                .hasMessageEndingWith("… and 20 more")
                .hasMessageContaining("wrong49'")
                .hasMessageNotContaining("wrong50'");
    }
}
