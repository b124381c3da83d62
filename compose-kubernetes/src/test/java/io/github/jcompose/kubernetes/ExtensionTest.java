package io.github.jcompose.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.kubernetes.manifest.ConversionException;
import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.LocatedProject;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionTest {
    @TempDir
    Path directory;

    @Test
    void tellsEverythingThatIsWrongWithPlaces() {
        LocatedProject located = load("""
                services:
                  web:
                    image: nginx
                    x-kubernetes:
                      workload: Deploment
                      ingres: a.example.com
                      ingress: {host: a, path: api, pathType: prefix, port: http}
                      autoscaling: {min: 3, max: 2}
                    ports: ["80:80"]
                  job:
                    image: nginx
                    restart: "no"
                    x-kubernetes: {autoscaling: {}}
                x-kubernetes: {namespace: My_Shop, networkPolicies: maybe}
                """);

        assertThatThrownBy(() -> Manifests.of(located.project()))
                .isInstanceOfSatisfying(
                        ConversionException.class,
                        e -> assertThat(e.findings().stream()
                                        .map(finding ->
                                                located.problem(finding.path(), finding.message(), finding.hint())
                                                                .location()
                                                        + " " + finding.render()))
                                .contains(
                                        "-:14:16 x-kubernetes.namespace: 'My_Shop' is no name of a namespace;"
                                                + " lower-case letters, digits and hyphens are possible",
                                        "-:14:36 x-kubernetes.networkPolicies: expected true or false, not 'maybe'",
                                        "-:5:7 services.web.x-kubernetes.workload: 'Deploment' is not possible here;"
                                                + " did you mean 'Deployment'?",
                                        "-:6:7 services.web.x-kubernetes.ingres: unknown key 'ingres';"
                                                + " did you mean 'ingress'?",
                                        "-:8:29 services.web.x-kubernetes.autoscaling.max: 2 is less than the 3 of"
                                                + " 'min'",
                                        "-:13:20 services.job.x-kubernetes.autoscaling: 'max' is missing;"
                                                + " say how many pods there may be at most")
                                .anyMatch(line -> line.contains("a path starts with '/', not as 'api'"))
                                .anyMatch(line -> line.contains("did you mean 'Prefix'?"))
                                .anyMatch(line -> line.contains("expected a whole number from 1, not 'http'")));
    }

    @Test
    void refusesAnIngressToAPortThatIsNotKnown() {
        assertThatThrownBy(convert("services: {web: {image: nginx, x-kubernetes: {ingress: {port: 81}}}}"))
                .hasMessage("services.web.x-kubernetes.ingress: leads to port 81, which is not known;"
                        + " name the port under 'expose' or 'ports'");
    }

    @Test
    void refusesToScaleAJob() {
        assertThatThrownBy(convert("services: {a: {image: x, restart: 'no', x-kubernetes: {autoscaling: {max: 2}}}}"))
                .hasMessageContaining("a Job cannot be scaled");
    }

    @Test
    void refusesASecretWithoutItsFile() {
        assertThatThrownBy(convert("""
                        services: {a: {image: x, secrets: [key]}}
                        secrets: {key: {file: ./missing.txt}}
                        """))
                .hasMessageContaining("secrets.key: ")
                .hasMessageContaining("missing.txt' is no file");
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThatThrownBy(convert("""
                        services: {a: {image: x, volumes: ["data:/data"]}}
                        volumes: {data: {x-kubernetes: {size: 10 GB}}}
                        """))
                .hasMessage("volumes.data.x-kubernetes.size: '10 GB' is no size; expected for example '10Gi'");
    }

    @Test
    void convertsAProjectThatIsBuiltInCode() {
        Project project = Project.builder()
                .name("code")
                .services(Map.of("web", Service.builder().image("nginx:1.27").build()))
                .build();

        assertThat(Manifests.of(project).objects().stream().map(object -> object.kind() + "/" + object.name()))
                .containsExactly("Namespace/code", "Service/web", "Deployment/web", "NetworkPolicy/default");
    }

    private ThrowingCallable convert(String file) {
        return () -> Manifests.of(load(file).project());
    }

    private LocatedProject load(String file) {
        return ComposeLoader.builder()
                .workingDirectory(directory)
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                .projectName("shop")
                .build()
                .loadLocated();
    }
}
