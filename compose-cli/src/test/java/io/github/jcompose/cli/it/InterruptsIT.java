package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.Cli;
import io.github.jcompose.cli.it.Launcher.Running;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.PsOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C at random moments. {@code -Djcompose.interrupts=N} makes more rounds, {@code -Djcompose.interrupts.seed=N}
 * begins with another one.
 */
@NeedsEngine
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptsIT {
    private static final int ROUNDS = Integer.getInteger("jcompose.interrupts", 8);
    /** How many lines of what went before a failure tells. */
    private static final int TOLD = 12;

    private static final Duration BOUND = Duration.ofMinutes(2);

    /**
     * A command that is interrupted.
     *
     * @param running whether the project must run before it
     * @param repeatable what is done after it and must succeed; empty for {@code up}
     * @param line the words; {@code REV} stands for something new each time
     */
    private record Victim(boolean running, String repeatable, String line) {}

    private static final List<Victim> VICTIMS = List.of(
            new Victim(false, "", "up"),
            new Victim(false, "", "up"),
            new Victim(false, "up -d", "up -d"),
            new Victim(true, "up -d --force-recreate", "up -d --force-recreate"),
            new Victim(true, "up -d --force-recreate", "up -d --force-recreate -V"),
            new Victim(true, "up -d --scale db=3", "up -d --scale db=3"),
            new Victim(true, "down", "down"),
            new Victim(true, "down", "down --volumes"),
            new Victim(true, "restart", "restart"),
            new Victim(false, "run --rm task true", "run --rm task sleep 100"),
            new Victim(false, "run --rm task true", "run --rm -d task sleep 0.1"),
            new Victim(false, "run --rm task true", "run --rm web true"),
            new Victim(true, "", "exec web sleep 100"),
            new Victim(true, "", "logs -f"),
            new Victim(true, "", "events"),
            new Victim(false, "pull", "pull"),
            new Victim(false, "build task", "build --build-arg REV=REV task"),
            new Victim(true, "", "stop"));

    @TempDir
    Path directory;

    private final List<String> history = new ArrayList<>();
    private String project = "";
    private String signal = "INT";

    @BeforeEach
    void prepare() throws IOException {
        project = "interrupts" + ProcessHandle.current().pid();
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web:
                    image: busybox:1.36
                    command: [sh, -c, "echo up; sleep 1000"]
                    init: true
                    stop_grace_period: 0s
                    depends_on: [db]
                    volumes: ["data:/data", /anonymous]
                    configs: [text]
                    networks: [one, two]
                  db:
                    image: busybox:1.36
                    command: [sleep, "1000"]
                    init: true
                    stop_grace_period: 0s
                    networks: [one]
                  task:
                    image: interrupts-task
                    pull_policy: never
                    init: true
                    profiles: [tools]
                    network_mode: none
                    depends_on: [db]
                    build:
                      context: .
                      network: none
                      dockerfile_inline: |
                        FROM busybox:1.36
                        ARG REV=1
                        RUN echo $$REV > /rev
                networks: {one: {}, two: {}}
                volumes: {data: {}}
                configs: {text: {content: a}}
                """);
        if (isIgnored()) {
            signal = "TERM";
        }
    }

    @AfterEach
    void takeDown() {
        repeat("--profile", "*", "down", "-v", "--remove-orphans", "-t", "0");
        repeat("--profile", "*", "down", "--rmi", "all");
    }

    @Test
    void endCommandsInOrderAtAnyMoment() throws Exception {
        long first = Long.getLong("jcompose.interrupts.seed", 5000);
        repeat("build", "task");
        Launcher jcompose = Launcher.in(directory).with("COMPOSE_PROJECT_NAME", project);
        // Whatever is built on the way is none of what is measured next.
        jcompose.run("version").ok();
        long start = System.nanoTime();
        jcompose.run("up", "-d").ok();
        int usual = (int) ((System.nanoTime() - start) / 1_000_000);
        for (long seed = first; seed < first + ROUNDS; seed++) {
            round(seed, usual);
        }
    }

    private void round(long seed, int usual) throws Exception {
        history.subList(0, Math.max(0, history.size() - TOLD)).clear();
        Random random = new Random(seed);
        Victim victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
        if (victim.running) {
            converges("up -d");
        }
        int delay = random.nextInt(usual + usual / 4);
        int again = random.nextInt(3) == 0 ? random.nextInt(300) : -1;
        String line = victim.line.replace("=REV", "=" + seed);
        history.add("seed " + seed + ": " + line + ", interrupted after " + delay + " ms"
                + (again < 0 ? "" : " and " + again + " ms later once more"));
        List<String> lines;
        int code;
        try (Running running =
                Launcher.in(directory).with("COMPOSE_PROJECT_NAME", project).start(line.split(" "))) {
            running.hasEndedWithin(Duration.ofMillis(delay));
            running.signal(signal);
            if (again >= 0) {
                running.hasEndedWithin(Duration.ofMillis(again));
                running.signal(signal);
            }
            assertThat(running.hasEndedWithin(BOUND)).as("it ends; %s", history).isTrue();
            code = running.await();
            lines = running.lines();
        }
        history.add("  " + code + " " + lines + "\n");
        if (lines.stream().noneMatch(InterruptsIT::isNotOurs)) {
            assertThat(code).as("the exit code; %s", history).isIn(0, 130, signal.equals("TERM") ? 143 : 130);
            assertThat(lines)
                    .as("no trouble is told; %s", history)
                    .noneMatch(it -> it.contains("\tat ") || it.contains("Exception") || it.contains("internal error"));
        }
        if (victim.line.startsWith("run --rm")) {
            awaitNoTasks();
        }
        converges(victim.repeatable.isEmpty() ? "up -d" : victim.repeatable);
        judge(victim.repeatable);
    }

    /**
     * A JVM that is interrupted before it has come up may say so in its own words. And now and then the engine cannot
     * start a process in a container that has only just started.
     */
    private static boolean isNotOurs(String line) {
        return line.contains("during initialization of VM") || line.contains("OCI runtime exec failed");
    }

    private void converges(String line) {
        String words = repeat(line.split(" "));
        assertThat(words).as("%s; %s", line, history).startsWith("0:");
    }

    /** {@return the exit code and what was written by the command, which nobody interrupts} */
    private String repeat(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "--project-directory",
                directory.toString(),
                "-p",
                project,
                "-f",
                directory.resolve("compose.yaml").toString()));
        all.addAll(List.of(words));
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        int code = Cli.run(all, environment, InputStream.nullInputStream(), out, out);
        return code + ": " + written.toString(StandardCharsets.UTF_8);
    }

    /** What was run with {@code --rm} may be on its way out, but goes. */
    private void awaitNoTasks() throws InterruptedException {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!tasks().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(tasks()).as("containers of run --rm; %s", history).isEmpty();
    }

    private List<String> tasks() {
        return containers().stream()
                .filter(ContainerInfo::oneOff)
                .map(it -> it.name() + " " + it.status())
                .toList();
    }

    private List<ContainerInfo> containers() {
        try (Compose compose = Compose.connect()) {
            return compose.ps(project, PsOptions.builder().all(true).build());
        }
    }

    private void judge(String repeated) {
        List<String> names = containers().stream()
                .map(it -> it.name().replace(project + "-", "") + " " + it.state())
                .toList();
        if (repeated.equals("down")) {
            assertThat(names).as("%s", history).isEmpty();
        } else if (repeated.isEmpty() || repeated.startsWith("up -d")) {
            List<String> wanted = new ArrayList<>(List.of("db-1 running", "web-1 running"));
            if (repeated.contains("db=3")) {
                wanted.addAll(1, List.of("db-2 running", "db-3 running"));
            }
            assertThat(names).as("%s", history).isEqualTo(wanted);
        } else {
            assertThat(names)
                    .as("names that are whole; %s", history)
                    .allMatch(name -> name.matches("(db|web)-[0-9] .*"));
        }
    }

    /** Whether this process was told not to mind Ctrl-C, which those that it starts inherit. */
    private static boolean isIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.substring("SigIgn:".length()).strip(), 16) & 2) != 0;
    }
}
