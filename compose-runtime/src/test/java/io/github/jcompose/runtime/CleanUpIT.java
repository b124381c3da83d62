package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final List<OtherJvm> jvms = new ArrayList<>();

    @AfterEach
    void killAll() {
        jvms.forEach(OtherJvm::close);
    }

    private OtherJvm jvm(Path file) throws IOException {
        OtherJvm jvm = OtherJvm.start(Tenant.class, file.toString());
        jvms.add(jvm);
        return jvm;
    }

    private List<String> leftOf(String project) {
        Filters own = Filters.label("com.docker.compose.project", project);
        List<String> left = new ArrayList<>();
        engine.containers().list(own, true).forEach(c -> left.add("container"));
        engine.networks().list(own).forEach(n -> left.add("network"));
        engine.volumes().list(own).forEach(v -> left.add("volume"));
        return left;
    }

    /** Any other program that opens an environment on this engine may clean up as well, and be at it. */
    private void awaitNothingOf(String project) throws InterruptedException {
        for (int i = 0; i < 100 && !leftOf(project).isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(leftOf(project)).isEmpty();
    }

    @Test
    void ofThreeJvmsAtOnceOnlyThatWhichWasKilledIsCleanedUpAfter() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), FILE.replace("NAME", name));
        List<OtherJvm> three = List.of(jvm(file), jvm(file), jvm(file));
        List<String> projects = new ArrayList<>();
        for (OtherJvm jvm : three) {
            projects.add(jvm.line());
        }
        assertThat(projects).doesNotHaveDuplicates();

        assertThat(leftOf(projects.get(0))).containsExactly("container", "network", "volume");
        three.get(0).kill();

        assertThat(compose.removeAbandoned()).doesNotContain(projects.get(1), projects.get(2));
        awaitNothingOf(projects.get(0));
        assertThat(leftOf(projects.get(1))).containsExactly("container", "network", "volume");
        assertThat(leftOf(projects.get(2))).containsExactly("container", "network", "volume");

        // The shutdown hook does what the program forgets, be it told to end or by a signal.
        three.get(1).end();
        three.get(2).terminate();
        assertThat(leftOf(projects.get(1))).isEmpty();
        assertThat(leftOf(projects.get(2))).isEmpty();
    }

    @Test
    void theNextStartRemovesWhatAKilledJvmLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("compose.yaml"), FILE.replace("NAME", name));
        OtherJvm killed = jvm(file);
        String project = killed.line();
        killed.kill();

        OtherJvm next = jvm(file);
        String other = next.line();
        awaitNothingOf(project);
        assertThat(leftOf(other)).isNotEmpty();
        next.end();
        assertThat(leftOf(other)).isEmpty();
    }
}
