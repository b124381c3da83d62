package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.Cli;
import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A swarm of engines that nothing else uses; the first of them manages it. */
final class TestSwarm implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 200;

    private final List<String> engines;
    private final AtomicInteger stacks = new AtomicInteger();

    private TestSwarm(List<String> engines) {
        this.engines = engines;
    }

    static TestSwarm of(String... engines) {
        TestSwarm swarm = new TestSwarm(Arrays.asList(engines));
        swarm.close();
        swarm.docker("swarm", "init").ok();
        String token =
                swarm.docker("swarm", "join-token", "-q", "worker").ok().out().strip();
        String manager = swarm.address();
        for (String engine : swarm.engines.subList(1, swarm.engines.size())) {
            run(engine, "swarm", "join", "--token", token, manager + ":2377").ok();
        }
        await(
                "all machines of the swarm are ready",
                () -> swarm.docker("node", "ls", "--format", "{{.Status}}"),
                nodes -> nodes.lines().equals(Collections.nCopies(swarm.size(), "Ready")));
        return swarm;
    }

    /** {@return the address of the manager's engine} */
    String host() {
        return engines.get(0);
    }

    /** {@return a name that no other stack has, and that no other begins with} */
    String newStack() {
        return "stack%03d".formatted(stacks.incrementAndGet());
    }

    /** {@return the address of the manager's machine} */
    String address() {
        return docker("info", "--format", "{{.Swarm.NodeAddr}}").ok().out().strip();
    }

    /** {@return how many machines it has} */
    int size() {
        return engines.size();
    }

    /** {@return where the ports are that the one running task of a service publishes} */
    String address(String service) {
        String[] nodes = {"service", "ps", "--filter", "desired-state=running", "--format", "{{.Node}}", service};
        List<String> node = docker(nodes).ok().lines();
        assertThat(node).as("machines of " + service).hasSize(1);
        return docker("node", "inspect", "--format", "{{.Status.Addr}}", node.get(0))
                .ok()
                .out()
                .strip();
    }

    /** {@return what the docker command did on the manager} */
    Outcome docker(String... arguments) {
        return run(host(), arguments);
    }

    private static Outcome run(String engine, String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker", "--host", engine));
        words.addAll(Arrays.asList(arguments));
        return run(new ProcessBuilder(words), LIMIT);
    }

    /** {@return what the process did, which must not take longer} */
    static Outcome run(ProcessBuilder builder, Duration limit) {
        String line = String.join(" ", builder.command());
        try {
            Path out = Files.createTempFile("swarm", ".out");
            Path err = Files.createTempFile("swarm", ".err");
            Process process = builder.redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            Outcome outcome = new Outcome(line, process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            assertThat(ended)
                    .as("ended within " + limit + ": " + line + "\n" + outcome.out() + outcome.err())
                    .isTrue();
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return what jcompose did on the manager, in this process} */
    Outcome jcompose(String... arguments) {
        return jcompose(Map.of(), arguments);
    }

    /** {@return what jcompose did on the manager, in this process, with more variables} */
    Outcome jcompose(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new TreeMap<>(variables);
        environment.put("DOCKER_HOST", host());
        environment.put("HOME", System.getProperty("user.home"));
        environment.put("PATH", System.getenv("PATH"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(
                Arrays.asList(arguments),
                environment,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(
                String.join(" ", arguments),
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** {@return the output of jcompose once it is as expected} */
    String await(Predicate<String> expected, String... arguments) {
        String what = "jcompose " + String.join(" ", arguments) + " prints what is expected";
        return await(what, () -> jcompose(arguments), outcome -> expected.test(outcome.out()))
                .out();
    }

    /** {@return the outcome once it is as expected; fails with the latest one if it does not get so} */
    static Outcome await(String what, Supplier<Outcome> asked, Predicate<Outcome> expected) {
        Instant end = Instant.now().plus(LIMIT);
        Outcome outcome = asked.get();
        while (!expected.test(outcome)) {
            assertThat(Instant.now())
                    .as("waited until " + what + "; the latest: exit code " + outcome.code() + "\n" + outcome.out()
                            + outcome.err())
                    .isBefore(end);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting until " + what, e);
            }
            outcome = asked.get();
        }
        return outcome;
    }

    /**
     * Takes all engines out of their swarms, when nothing of these runs any more: a worker that leaves with a task keeps
     * its networks, and takes them for those of the next swarm that have their names. Only a restart ends that.
     */
    @Override
    public void close() {
        removeAll(
                host(), List.of("service", "rm"), docker("service", "ls", "-q").lines());
        for (String engine : engines) {
            String[] tasks = {"container", "ls", "--all", "--quiet", "--filter", "label=com.docker.swarm.task.id"};
            await("no task is left at " + engine, () -> run(engine, tasks), left -> {
                removeAll(engine, List.of("container", "rm", "--force", "--volumes"), left.lines());
                return left.ok().lines().isEmpty();
            });
        }
        removeAll(host(), List.of("network", "rm"), networks(host()));
        for (int i = engines.size() - 1; i >= 0; i--) {
            String engine = engines.get(i);
            run(engine, "swarm", "leave", "--force");
            assertThat(networks(engine))
                    .as("networks of a swarm that " + engine + " has left; to be rid of them, start the engine anew")
                    .isEmpty();
        }
    }

    private static void removeAll(String engine, List<String> command, List<String> names) {
        if (!names.isEmpty()) {
            List<String> words = new ArrayList<>(command);
            words.addAll(names);
            run(engine, words.toArray(String[]::new));
        }
    }

    private static List<String> networks(String engine) {
        return run(engine, "network", "ls", "--filter", "scope=swarm", "--format", "{{.Name}}").ok().lines().stream()
                .filter(name -> !name.equals("ingress"))
                .toList();
    }
}
