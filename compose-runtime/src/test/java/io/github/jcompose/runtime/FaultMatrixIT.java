package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.testing.Fault;
import io.github.jcompose.runtime.testing.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that changes something, with harm done to each of its calls in turn. It either does what it is to do
 * or says clearly what went wrong, and the same command once more brings about what one without harm does. What came
 * of it is written to target/fault-matrix.md.
 */
@Timeout(300)
class FaultMatrixIT extends Scenario implements HarmedCommand.Stage {
    private static final List<Fault> FAULTS = List.of(Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.ERROR);
    private static final String DONE = "done";
    private static final String LOST = "the connection to the engine at unix://";
    private static final FaultTable TABLE = new FaultTable();

    private String file = "";
    private Project project = Project.builder().build();
    private Project changed = project;
    private int round;

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write(Path.of("target", "fault-matrix.md"), FAULTS);
    }

    static Stream<Arguments> harm() {
        return FAULTS.stream()
                .flatMap(fault -> Stream.of(HarmedCommand.values()).map(command -> Arguments.of(command, fault)));
    }

    @ParameterizedTest
    @MethodSource("harm")
    void everyCallMayFail(HarmedCommand command, Fault fault) throws IOException {
        file = command.file;
        Files.writeString(folder.resolve("f"), "content");
        project = version();
        try (FaultProxy proxy = FaultProxy.before(Path.of(engine.info().host().getPath()))) {
            command.prepare(this);
            boolean data = !containers().isEmpty() && !project.volumes().isEmpty();
            if (data) {
                run("web-1", "sh", "-c", "echo kept > /anonymous/file; echo kept > /data/file");
            }
            change();
            proxy.forget();
            perform(command, proxy);
            List<String> calls = proxy.calls();
            String wanted = state();
            for (String call : calls) {
                project = changed;
                command.prepare(this);
                change();
                proxy.harm(call, fault);
                String result = harmed(command, proxy, call, fault);
                TABLE.add(command, call, fault, proxy.hasHarmed() ? result : "not reached");
                String when = command + ", " + call + ": " + fault + " (" + result + ")";
                if (!result.equals(DONE)) {
                    repeat(command, proxy, when);
                }
                assertThat(state()).as(when).isEqualTo(wanted);
            }
            if (data) {
                bringUp();
                assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
            }
        }
    }

    private void change() {
        round++;
        changed = version();
    }

    private List<ContainerSummary> containers() {
        return engine.containers().list(Filters.label("com.docker.compose.project", name), true);
    }

    private void repeat(HarmedCommand command, FaultProxy proxy, String when) {
        try {
            proxy.forget();
            perform(command, proxy);
        } catch (ComposeException e) {
            throw new AssertionError(when, e);
        }
    }

    private String harmed(HarmedCommand command, FaultProxy proxy, String call, Fault fault) {
        try {
            perform(command, proxy);
            return DONE;
        } catch (ComposeException e) {
            assertThat(e).as(command + ", " + call + ": " + fault).message().containsAnyOf(words(call, fault));
            return fault == Fault.ERROR ? "error" : e.getMessage().contains(LOST) ? "lost" : "unreachable";
        }
    }

    private static String[] words(String call, Fault fault) {
        if (fault == Fault.ERROR) {
            // The answer to HEAD has no body.
            return new String[] {call.startsWith("HEAD ") ? "the engine answered 500 to HEAD" : Fault.SERVER_ERROR};
        }
        return new String[] {LOST, "cannot reach an engine at unix://"};
    }

    private void perform(HarmedCommand command, FaultProxy proxy) {
        try (Compose harmed =
                Compose.connect(ConnectOptions.builder().host(proxy.host()).build())) {
            command.perform(harmed, this);
        }
    }

    /** {@return what is there of the project, as text} */
    private String state() {
        Filters filters = Filters.label("com.docker.compose.project", name);
        List<String> lines = new ArrayList<>();
        for (ContainerSummary container : containers()) {
            String round = container.labels().get("round");
            lines.add(container.name().replaceFirst("-run-.*", "-run")
                    + " " + container.status()
                    + " " + new TreeSet<>(container.networks().keySet())
                    + (round == null || round.equals(String.valueOf(this.round)) ? "" : " old")
                    + (round == null ? "" : " " + run("web-1", "cat", "/anonymous/file", "/data/file")));
        }
        engine.networks().list(filters).forEach(network -> lines.add("network " + network.name()));
        engine.volumes().list(filters).forEach(volume -> lines.add("volume " + volume.name()));
        return String.join("\n", lines.stream().sorted().toList());
    }

    private Project version() {
        return load(file.replace("ROUND", String.valueOf(round)).replace("NAME", name));
    }

    @Override
    public Compose compose() {
        return compose;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public Project changed() {
        return changed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void removeImage() {
        engine.images().find(name).ifPresent(image -> engine.images().remove(name, true));
    }
}
