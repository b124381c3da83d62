package io.github.jcompose.kubernetes.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.kubernetes.Layout;
import io.github.jcompose.kubernetes.Manifests;
import io.github.jcompose.kubernetes.diff.Difference.Change;
import io.github.jcompose.kubernetes.diff.Difference.Presence;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestDiffTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        for (ManifestFile file : manifests("nginx:1.27", "sesame").files(Layout.YAML)) {
            Files.writeString(folder.resolve(file.path()), file.text());
        }
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(differences("nginx:1.27", "sesame")).isEmpty();
    }

    @Test
    void findsFieldsByNames() {
        assertThat(differences("nginx:1.28", "sesame"))
                .containsExactly(new Difference(
                        "Deployment/web",
                        "web-deployment.yaml",
                        Presence.BOTH,
                        List.of(new Change("spec.template.spec.containers[web].image", "nginx:1.27", "nginx:1.28"))));
    }

    @Test
    void showsNoSecrets() {
        assertThat(differences("nginx:1.27", "open"))
                .containsExactly(new Difference(
                        "Secret/key",
                        "key-secret.yaml",
                        Presence.BOTH,
                        List.of(new Change("data.key", "(secret)", "(secret)"))));
    }

    @Test
    void findsObjectsThatOneSideLacks() throws IOException {
        Files.delete(folder.resolve("web-service.yaml"));
        Files.writeString(folder.resolve("more.json"), """
                {"kind": "List", "apiVersion": "v1", "items": [
                  {"kind": "ConfigMap", "apiVersion": "v1", "metadata": {"name": "own"}, "data": {}}]}
                """);
        Files.writeString(folder.resolve("values.yaml"), "a: 1\n");

        assertThat(differences("nginx:1.27", "sesame"))
                .containsExactly(
                        new Difference("Service/web", null, Presence.PROJECT_ONLY, List.of()),
                        new Difference("ConfigMap/own", "more.json", Presence.FOLDER_ONLY, List.of()));
    }

    @Test
    void takesAmountsForEqualThatAre() throws IOException {
        Path file = folder.resolve("web-deployment.yaml");
        Files.writeString(file, Files.readString(file).replace("1Gi", "1024Mi"));

        assertThat(differences("nginx:1.27", "sesame")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheFolder() throws IOException {
        assertThatThrownBy(() -> ManifestDiff.of(List.of(), folder.resolve("none")))
                .hasMessageContaining("no such folder of manifests");
        Files.writeString(folder.resolve("copy.yaml"), Files.readString(folder.resolve("web-service.yaml")));
        assertThatThrownBy(() -> ManifestDiff.of(List.of(), folder))
                .hasMessage("Service/web is in two files: copy.yaml and web-service.yaml");
        Files.writeString(folder.resolve("copy.yaml"), "a: [");
        assertThatThrownBy(() -> ManifestDiff.of(List.of(), folder)).hasMessageContaining("copy.yaml is no YAML");
        Files.writeString(folder.resolve("Chart.yaml"), "name: x\n");
        assertThatThrownBy(() -> ManifestDiff.of(List.of(), folder)).hasMessageContaining("helm template");
    }

    private List<Difference> differences(String image, String secret) {
        return ManifestDiff.of(manifests(image, secret).objects(), folder);
    }

    private static Manifests manifests(String image, String secret) {
        return Manifests.of(Project.builder()
                .name("shop")
                .services(Map.of(
                        "web",
                        Service.builder()
                                .image(image)
                                .memLimit(ByteSize.parse("1g"))
                                .build()))
                .secrets(Map.of("key", Secret.builder().content(secret).build()))
                .build());
    }
}
