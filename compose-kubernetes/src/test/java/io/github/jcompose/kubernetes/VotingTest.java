package io.github.jcompose.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.kubernetes.diff.ManifestDiff;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.LocatedProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What samples/voting becomes is in the repository. To write it anew: {@code -Dgolden.write=true}. */
class VotingTest {
    private static final Path SAMPLE = Path.of("../samples/voting");
    private static final Path LAYOUTS = Path.of("src/test/resources/voting");

    @Test
    void becomesWhatTheSampleShows() throws IOException {
        expect(SAMPLE.resolve("kubernetes"), manifests().files(Layout.YAML));
    }

    @ParameterizedTest
    @CsvSource({"KUSTOMIZE, kustomize", "HELM, helm"})
    void isArrangedAsExpected(Layout layout, String folder) throws IOException {
        expect(LAYOUTS.resolve(folder), manifests().files(layout));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(manifests().stream()).isEqualTo(manifests().stream());
        assertThat(manifests().files(Layout.STREAM)).hasSize(1).first().satisfies(file -> {
            assertThat(file.path()).isEqualTo("voting.yaml");
            assertThat(file.text()).isEqualTo(manifests().stream());
        });
    }

    @Test
    void doesNotDifferFromItself() {
        assertThat(ManifestDiff.of(manifests().objects(), SAMPLE.resolve("kubernetes")))
                .isEmpty();
        assertThat(ManifestDiff.of(manifests().objects(), LAYOUTS.resolve("kustomize/base")))
                .allMatch(difference -> difference.object().startsWith("Kustomization/"));
    }

    private static Manifests manifests() {
        LocatedProject located = ComposeLoader.builder()
                .workingDirectory(SAMPLE)
                .files(List.of("compose.yaml"))
                .build()
                .loadLocated();
        return Manifests.of(located.project(), located.fileVariables());
    }

    private static void expect(Path folder, List<ManifestFile> files) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            for (ManifestFile file : files) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.text());
            }
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            assertThat(walk.filter(Files::isRegularFile)
                            .map(path -> folder.relativize(path).toString())
                            .sorted())
                    .containsExactlyElementsOf(files.stream()
                            .map(ManifestFile::path)
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
        for (ManifestFile file : files) {
            assertThat(file.text()).as(file.path()).isEqualTo(Files.readString(folder.resolve(file.path())));
        }
    }
}
