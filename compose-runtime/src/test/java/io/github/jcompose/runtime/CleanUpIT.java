package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Filters;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of environments when their JVMs end, one way or another. */
class CleanUpIT extends Scenario {
    private static final String FILE = """
            name: NAME
            services:
              app: {image: 'busybox:1.36', command: [sleep, '600'], init: true, volumes: ["data:/data", /anonymous]}
            volumes: {data: {}}
            """;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void killAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process jvm(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-Xmx128m", "-cp", classPath(), Tenant.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    /** {@return the class path of this test, wherever the program that runs it keeps it} */
    private static String classPath() {
        if (Tenant.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String firstLine(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return Objects.requireNonNull(out.readLine(), "the program failed");
    }

    private List<String> leftOf(String project) {
        Filters own = Filters.label("com.docker.compose.project", project);
        List<String> left = new ArrayList<>();
        engine.containers().list(own, true).forEach(c -> left.add("container"));
        engine.networks().list(own).forEach(n -> left.add("network"));
        engine.volumes().list(own).forEach(v -> left.add("volume"));
        return left;
    }

    @Test
    void ofThreeJvmsAtOnceOnlyThatWhichWasKilledIsCleanedUpAfter() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), FILE.replace("NAME", name));
        List<Process> jvms = List.of(jvm(file), jvm(file), jvm(file));
        List<String> projects = new ArrayList<>();
        for (Process jvm : jvms) {
            projects.add(firstLine(jvm));
        }
        assertThat(projects).doesNotHaveDuplicates();

        jvms.get(0).destroyForcibly().waitFor();
        assertThat(leftOf(projects.get(0))).containsExactly("container", "network", "volume");

        assertThat(compose.removeAbandoned())
                .contains(projects.get(0))
                .doesNotContain(projects.get(1), projects.get(2));
        assertThat(leftOf(projects.get(0))).isEmpty();
        assertThat(leftOf(projects.get(1))).containsExactly("container", "network", "volume");
        assertThat(leftOf(projects.get(2))).containsExactly("container", "network", "volume");

        // The shutdown hook does what the program forgets, be it told to end or by a signal.
        jvms.get(1).getOutputStream().close();
        jvms.get(2).destroy();
        jvms.get(1).waitFor();
        jvms.get(2).waitFor();
        assertThat(leftOf(projects.get(1))).isEmpty();
        assertThat(leftOf(projects.get(2))).isEmpty();
    }

    @Test
    void theNextStartRemovesWhatAKilledJvmLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), FILE.replace("NAME", name));
        Process killed = jvm(file);
        String project = firstLine(killed);
        killed.destroyForcibly().waitFor();

        Process next = jvm(file);
        String other = firstLine(next);
        assertThat(leftOf(project)).isEmpty();
        assertThat(leftOf(other)).isNotEmpty();
        next.getOutputStream().close();
        next.waitFor();
        assertThat(leftOf(other)).isEmpty();
    }
}
