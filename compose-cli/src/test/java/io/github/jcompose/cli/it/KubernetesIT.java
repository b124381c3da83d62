package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests from the command line; no engine is needed. */
class KubernetesIT {
    private static final String FILE = """
            name: shop
            services:
              web:
                image: nginx:1.27
                env_file: [web.env]
                ports: ["8080:80"]
                ulimits: {nofile: 1024}
            """;

    @TempDir
    Path directory;

    private Launcher jcompose;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), FILE);
        Files.writeString(directory.resolve("web.env"), "COLOR=red\n");
        jcompose = Launcher.in(directory).with("DOCKER_HOST", "unix:///nowhere/docker.sock");
    }

    @Test
    void writesAFileForEachObjectAndWarnsWithThePlace() throws IOException {
        Outcome convert = jcompose.run("bridge", "convert").ok();

        assertThat(convert.out()).isEmpty();
        assertThat(convert.err())
                .contains("compose.yaml:7:5: services.web.ulimits: is left out: it is a setting of nodes")
                .contains("Wrote 7 files to out");
        assertThat(directory.resolve("out/web-deployment.yaml")).content().contains("image: nginx:1.27");
        assertThat(directory.resolve("out/web-env-configmap.yaml")).content().contains("COLOR: red");
        assertThat(jcompose.run("kubernetes", "diff").ok().out()).isEmpty();
    }

    @Test
    void removesObjectsThatAreGoneAndNothingElse() throws IOException {
        jcompose.run("bridge", "convert", "-o", "k8s").ok();
        Files.writeString(directory.resolve("k8s/own.yaml"), "kind: ConfigMap\n");
        Files.writeString(directory.resolve("compose.yaml"), FILE.replace("web:", "site:"));

        jcompose.run("bridge", "convert", "--output", "k8s").ok();

        assertThat(directory.resolve("k8s/web-deployment.yaml")).doesNotExist();
        assertThat(directory.resolve("k8s/site-deployment.yaml")).exists();
        assertThat(directory.resolve("k8s/own.yaml")).exists();
    }

    @Test
    void printsAStream() {
        assertThat(jcompose.run("bridge", "convert", "--format", "stream").ok().out())
                .startsWith("apiVersion: v1\nkind: Namespace\n")
                .contains("\n---\n");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void arrangesForKustomizeAndHelm() {
        jcompose.run("bridge", "convert", "--format", "kustomize", "-o", "k").ok();
        jcompose.run("bridge", "convert", "--format", "helm", "-o", "h").ok();

        assertThat(directory.resolve("k/overlays/production/kustomization.yaml"))
                .exists();
        assertThat(directory.resolve("h/values.yaml")).content().contains("image: nginx:1.27");
        assertThat(jcompose.run("kubernetes", "diff", "h").code()).isEqualTo(2);
    }

    @Test
    void tellsWhatDiffers() throws IOException {
        jcompose.run("bridge", "convert").ok();
        Files.writeString(directory.resolve("compose.yaml"), FILE.replace("1.27", "1.28"));

        Outcome diff = jcompose.run("kubernetes", "diff", "out");

        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out()).isEqualTo("""
                ~ Deployment/web: web-deployment.yaml
                    spec.template.spec.containers[web].image: nginx:1.27 -> nginx:1.28
                """);
    }

    @Test
    void saysHowToCompareWithACluster() {
        Outcome diff = jcompose.run("kubernetes", "diff");

        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.err()).contains("jcompose talks to no cluster", "kubectl diff -f -");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), FILE + "    x-kubernetes: {publsh: none}\n");

        assertThat(jcompose.run("bridge", "convert").err())
                .contains("compose.yaml:8:20: services.web.x-kubernetes.publsh: unknown key 'publsh'; did you mean"
                        + " 'publish'?")
                .doesNotContain("\tat ");
        assertThat(jcompose.run("bridge", "convret").err()).contains("did you mean \"convert\"?");
        assertThat(jcompose.run("bridge", "convert", "-t", "docker/compose-bridge-kubernetes")
                        .err())
                .contains("jcompose converts by itself");
        assertThat(jcompose.run("bridge", "convert", "--format", "toml").err())
                .contains("expected yaml, stream, kustomize or helm");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void listsWhatItConvertsTo() {
        assertThat(jcompose.run("bridge", "transformations", "ls", "-q").ok().lines())
                .containsExactly("yaml", "stream", "kustomize", "helm");
    }

    @Test
    void goesAsThePageTells() throws Exception {
        Path root = Launcher.inRepository("").directory();
        Matcher matcher = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("docs/beyond-one-machine.md")));
        String session = matcher.results()
                .map(result -> result.group(1))
                .filter(block -> block.contains("bridge convert"))
                .findFirst()
                .orElseThrow();
        String script = session.lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .map(command -> "cat <<'END'\n$ " + command + "\nEND\n" + command + "\n")
                .collect(Collectors.joining());
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", script).directory(root.toFile()).redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(session);
    }
}
