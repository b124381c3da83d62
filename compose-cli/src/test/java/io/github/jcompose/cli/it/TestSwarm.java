package io.github.jcompose.cli.it;

import io.github.jcompose.cli.Cli;
import io.github.jcompose.cli.it.Launcher.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A swarm of engines that nothing else uses; the first of them manages it. */
final class TestSwarm implements AutoCloseable {
    private final List<String> engines;

    private TestSwarm(List<String> engines) {
        this.engines = engines;
    }

    static TestSwarm of(String... engines) {
        TestSwarm swarm = new TestSwarm(Arrays.asList(engines));
        swarm.close();
        swarm.docker("swarm", "init").ok();
        String token =
                swarm.docker("swarm", "join-token", "-q", "worker").ok().out().strip();
        for (String engine : swarm.engines.subList(1, swarm.engines.size())) {
            run(engine, "swarm", "join", "--token", token, swarm.address() + ":2377")
                    .ok();
        }
        return swarm;
    }

    /** {@return the address of the manager's engine} */
    String host() {
        return engines.get(0);
    }

    /** {@return how many machines it has} */
    int size() {
        return engines.size();
    }

    /** {@return where the ports of the manager's tasks are} */
    String address() {
        return docker("info", "--format", "{{.Swarm.NodeAddr}}").ok().out().strip();
    }

    /** {@return what the docker command did on the manager} */
    Outcome docker(String... arguments) {
        return run(host(), arguments);
    }

    private static Outcome run(String engine, String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker", "--host", engine));
        words.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome("docker " + String.join(" ", arguments), process.waitFor(), out, "");
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

    /** {@return the output of jcompose once it is as expected; the test's timeout is the limit} */
    String await(Predicate<String> expected, String... arguments) {
        String out;
        do {
            out = jcompose(arguments).out();
        } while (!expected.test(out));
        return out;
    }

    /** Takes all engines out of their swarms. */
    @Override
    public void close() {
        for (int i = engines.size() - 1; i >= 0; i--) {
            run(engines.get(i), "swarm", "leave", "--force");
        }
    }
}
