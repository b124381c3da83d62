package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerStatus;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.testing.Fault;
import io.github.jcompose.runtime.testing.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every command that changes something, with harm done to each of its calls in turn. It either does what it is to do
 * or says clearly what went wrong, and the same command once more brings about what one without harm does. What came
 * of it is written to target/fault-matrix.md, and held against the table in docs/robustness.md.
 */
@Timeout(300)
class FaultMatrixIT extends Scenario implements HarmedCommand.Stage {
    private static final List<Fault> COLUMNS = List.of(Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.ERROR, Fault.SILENCE);
    /** First those that leave most as it is, so that there is little to bring about anew. */
    private static final List<Fault> FAULTS = List.of(Fault.CUT_BEFORE, Fault.SILENCE, Fault.ERROR, Fault.CUT_AFTER);

    private static final String DONE = "done";
    private static final String LOST = "the connection to the engine at unix://";
    /** We gave up on an engine that was only slower than we were ready to wait. */
    private static final String TOO_SOON = "too soon";

    private static final Path PAGE = Path.of("../docs/robustness.md");
    /** Engines from there on take all the networks of a container when it is created. */
    private static final String OTHER_CALLS = "1.44";

    private static final FaultTable TABLE = new FaultTable();

    private String file = "";
    private Project project = Project.builder().build();
    private Project changed = project;
    private String wanted = "";
    private int round;
    /** For how long each wait for a silent engine lasts. */
    private Duration patience = Duration.ofMillis(300);
    /** What is there before the command; null if something has been done since. */
    private @Nullable String untouched;

    @AfterAll
    static void holdPage(Engine engine) throws IOException {
        TABLE.write(Path.of("target", "fault-matrix.md"), COLUMNS);
        if (TABLE.isWhole() && !engine.info().apiVersion().atLeast(OTHER_CALLS)) {
            // What is asked at once may come to the engine in any order.
            assertThat(Files.readString(PAGE).lines().filter(line -> line.startsWith("|")))
                    .as("docs/robustness.md; if it is right that it changes, put"
                            + " compose-runtime/target/fault-matrix.md in place of its table")
                    .containsExactlyInAnyOrderElementsOf(
                            TABLE.render(COLUMNS).lines().toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallMayFail(HarmedCommand command) throws IOException, InterruptedException {
        file = command.file;
        Files.writeString(folder.resolve("f"), "content");
        project = version();
        changed = project;
        try (FaultProxy proxy = FaultProxy.before(Path.of(engine.info().host().getPath()))) {
            command.prepare(this);
            boolean data = !containers().isEmpty() && !project.volumes().isEmpty();
            if (data) {
                run("web-1", "sh", "-c", "echo kept > /anonymous/file; echo kept > /data/file");
            }
            change();
            proxy.forget();
            perform(command, proxy, null);
            List<String> calls = proxy.calls();
            wanted = state();
            TABLE.begin(command, calls);
            for (Fault fault : FAULTS) {
                Set<String> repeated = askAgain(command, proxy, calls, fault);
                for (String call : calls) {
                    if (!repeated.contains(call)) {
                        harm(command, proxy, call, fault);
                    }
                }
            }
            if (untouched != null) {
                repeat(command, proxy, command + ", in the end");
            }
            if (data) {
                bringUp();
                assertThat(run("web-1", "cat", "/data/file")).isEqualTo("kept");
            }
            TABLE.end(command);
        }
    }

    /** {@return the questions that were asked once more when all of them were cut off in one run; none otherwise} */
    private Set<String> askAgain(HarmedCommand command, FaultProxy proxy, List<String> calls, Fault fault)
            throws InterruptedException {
        List<String> questions = calls.stream()
                .filter(call ->
                        call.startsWith("GET ") || (call.startsWith("HEAD ") && !call.startsWith("HEAD /_ping")))
                .toList();
        if (questions.isEmpty() || (fault != Fault.CUT_BEFORE && fault != Fault.CUT_AFTER)) {
            return Set.of();
        }
        makeReady(command);
        proxy.forget();
        for (String question : questions) {
            // Each is asked twice, so that the second one is the third of its kind.
            int number = question.lastIndexOf('#') + 1;
            int kind = Integer.parseInt(question.substring(number));
            proxy.harmAlso(question.substring(0, number) + (2 * kind - 1), fault);
        }
        String result = harmed(command, proxy, String.join(", ", questions), fault);
        boolean all = result.equals(DONE) && proxy.hasHarmed();
        if (all) {
            assertThat(state()).as(command + ", all questions: " + fault).isEqualTo(wanted);
            questions.forEach(question -> TABLE.add(command, question, fault, DONE));
        }
        untouched = null;
        return all ? Set.copyOf(questions) : Set.of();
    }

    private void harm(HarmedCommand command, FaultProxy proxy, String call, Fault fault) throws InterruptedException {
        makeReady(command);
        proxy.harm(call, fault);
        String result = harmed(command, proxy, call, fault);
        while (result.equals(TOO_SOON)) {
            patience = patience.multipliedBy(2);
            untouched = null;
            makeReady(command);
            proxy.harm(call, fault);
            result = harmed(command, proxy, call, fault);
        }
        TABLE.add(command, call, fault, proxy.hasHarmed() ? result : "not reached");
        String when = command + ", " + call + ": " + fault + " (" + result + ")";
        if (result.equals(DONE)) {
            assertThat(state()).as(when).isEqualTo(wanted);
            untouched = null;
        } else if (fault == Fault.SILENCE && removeHalfMade()) {
            repeat(command, proxy, when);
        } else if (fault == Fault.CUT_AFTER || !marks().equals(untouched)) {
            repeat(command, proxy, when);
        }
        // Otherwise all is as before, and the same command would do once more what it has done unharmed.
    }

    /** Brings about the state from which the command starts, unless it is there. */
    private void makeReady(HarmedCommand command) {
        if (untouched == null) {
            project = changed;
            command.prepare(this);
            change();
            untouched = marks();
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
        untouched = null;
        try {
            proxy.forget();
            perform(command, proxy, null);
        } catch (ComposeException e) {
            throw new AssertionError(when, e);
        }
        assertThat(state()).as(when).isEqualTo(wanted);
    }

    private String harmed(HarmedCommand command, FaultProxy proxy, String call, Fault fault)
            throws InterruptedException {
        try {
            perform(command, proxy, fault == Fault.SILENCE ? patience : null);
            return DONE;
        } catch (ComposeException e) {
            if (fault == Fault.SILENCE) {
                // What it was told before, it may still be doing.
                proxy.settle();
                return silent(e, command + ", " + call, proxy);
            }
            assertThat(e).as(command + ", " + call + ": " + fault).message().containsAnyOf(words(call, fault));
            return fault == Fault.ERROR ? "error" : e.getMessage().contains(LOST) ? "lost" : "unreachable";
        }
    }

    private String silent(ComposeException e, String when, FaultProxy proxy) {
        String limit = "within the time limit of " + patience.toMillis() + " ms";
        assertThat(e).as(when).message().contains("the engine at " + proxy.host(), limit);
        boolean unanswered = proxy.unanswered().stream()
                .anyMatch(
                        call -> Pattern.compile(call.replace("{id}", "[^ /]+").replace("images/[^ /]+", "images/[^ ]+"))
                                .matcher(e.getMessage())
                                .find());
        return unanswered ? "timeout" : TOO_SOON;
    }

    /** Takes away what a command could not, since the engine did not listen any more: a new container of a run. */
    private boolean removeHalfMade() {
        List<ContainerSummary> created = containers().stream()
                .filter(c -> c.status() == ContainerStatus.CREATED && c.name().contains("-run-"))
                .toList();
        created.forEach(container -> engine.containers().remove(container.id(), true, true));
        return !created.isEmpty();
    }

    private static String[] words(String call, Fault fault) {
        if (fault == Fault.ERROR) {
            // The answer to HEAD has no body.
            return new String[] {call.startsWith("HEAD ") ? "the engine answered 500 to HEAD" : Fault.SERVER_ERROR};
        }
        return new String[] {LOST, "cannot reach an engine at unix://"};
    }

    private void perform(HarmedCommand command, FaultProxy proxy, @Nullable Duration timeLimit) {
        try (Compose harmed = Compose.connect(
                ConnectOptions.builder().host(proxy.host()).timeLimit(timeLimit).build())) {
            command.perform(harmed, this);
        }
    }

    /** {@return what tells whether anything at all has been done to the project} */
    private String marks() {
        Filters filters = Filters.label("com.docker.compose.project", name);
        Set<String> marks = new TreeSet<>();
        containers()
                .forEach(container -> marks.add(container.id()
                        + container.name()
                        + container.status()
                        + new TreeSet<>(container.networks().keySet())));
        engine.networks().list(filters).forEach(network -> marks.add(network.id()));
        engine.volumes().list(filters).forEach(volume -> marks.add(volume.name()));
        engine.images().find(name).ifPresent(image -> marks.add(image.id()));
        return marks.toString();
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
