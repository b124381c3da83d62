package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.testing.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds with BuildKit whose connections are cut while they are under way. */
@SuppressWarnings("NullAway.Init")
class BuildCutIT extends Scenario {
    private static final String FILE =
            "services: {a: {<<: *lone, image: '%s', build: {context: ., dockerfile_inline: \"FROM busybox:1.36\\n%s\"}}}";
    private static final String LOST = "the connection to the engine";

    private FaultProxy proxy;

    @BeforeEach
    void harm(Engine engine) throws IOException {
        proxy = FaultProxy.before(Path.of(engine.info().host().getPath()));
    }

    @AfterEach
    void mend() {
        proxy.close();
        engine.images().find(name).ifPresent(image -> engine.images().remove(name, true));
    }

    /** Runs it with a connection through the proxy, of which nothing may be left in the end. */
    private void harmed(Step step) throws Exception {
        ThreadGroup group = new ThreadGroup("harmed");
        FutureTask<Void> task = new FutureTask<>(() -> {
            try (Compose harmed = Compose.connect(ConnectOptions.builder()
                    .host(proxy.host())
                    .environment(environment)
                    .listener(recorded)
                    .build())) {
                step.with(harmed);
            }
            return null;
        });
        Thread thread = new Thread(group, task);
        thread.start();
        task.get();
        thread.join();
        // An ended thread and a closed connection may take a moment to be gone.
        for (int i = 0; i < 500 && (group.activeCount() > 0 || proxy.connections() > 0); i++) {
            Thread.sleep(20);
        }
        assertThat(group.activeCount()).as("threads").isZero();
        assertThat(proxy.connections()).as("connections").isZero();
    }

    private interface Step {
        void with(Compose harmed) throws IOException;
    }

    @ParameterizedTest
    @CsvSource({
        "POST /grpc #2, 1",
        "POST /grpc #2, 600",
        "POST /session, 1",
        "POST /session, 900",
        "POST /session, 300000",
    })
    void aBuildThatIsCutOffSaysSoAndCanBeDoneAgain(String call, int bytes) throws Exception {
        byte[] content = new byte[1 << 20];
        new Random(name.hashCode()).nextBytes(content);
        Files.write(folder.resolve("f"), content);
        Project project = load(FILE.formatted(name, "COPY f /"));
        harmed(other -> {
            proxy.cut(call, bytes);
            assertThatThrownBy(() -> other.build(project, BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining(LOST);
            assertThat(proxy.hasHarmed()).isTrue();
            proxy.forget();
            other.build(project, BuildOptions.defaults());
        });
        assertThat(engine.images().find(name)).isPresent();
    }

    @Test
    void aBuildWhoseEngineGoesWhileAStepRunsSaysSoAndCanBeDoneAgain() throws Exception {
        Files.writeString(folder.resolve("f"), name);
        recorded.onOutput("running", proxy::cutAll);
        Project endless = load(FILE.formatted(name, "COPY f /\\nRUN echo running; sleep 60"));
        Project quick = load(FILE.formatted(name, "COPY f /"));
        harmed(other -> {
            assertThatThrownBy(() -> other.build(endless, BuildOptions.defaults()))
                    .isInstanceOf(ComposeException.class)
                    .hasMessageContaining(LOST);
            other.build(quick, BuildOptions.defaults());
        });
        assertThat(engine.images().find(name)).isPresent();
    }
}
