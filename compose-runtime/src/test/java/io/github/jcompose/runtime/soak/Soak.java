package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.client.Engines;
import io.github.jcompose.runtime.engine.host.HostOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * The soak: round after round of random operations on a new random project, through one connection. Each round has a
 * seed of its own, one more than the last; a failure tells it with all that was done.
 */
public final class Soak {
    /** What may be more at the end than after the first rounds: idle connections and workers come and go. */
    private static final Level TOLERANCE = new Level(6L << 20, 8, 16);

    /** How long the last round may take beyond the time. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** Of a round. Short ones as well, so that even a short soak has some. */
    private static final int FEWEST_OPERATIONS = 5;

    private static final int MOST_OPERATIONS = 15;

    private final Compose compose;
    private final Engine engine;
    private final PrintStream out;
    private final Instant end;
    private int operations;

    private Soak(Compose compose, Engine engine, PrintStream out, Instant end) {
        this.compose = compose;
        this.engine = engine;
        this.out = out;
        this.end = end;
    }

    /**
     * Soaks, and says so in the last line: {@code passed: …} or {@code failed: …}.
     *
     * @param arguments for how many seconds, and the first seed
     */
    public static void main(String[] arguments) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(Long.parseLong(arguments[0]));
        watch(Duration.between(Instant.now(), end).plus(GRACE));
        try (Compose compose = Compose.connect();
                Engine engine = Engines.connect(HostOptions.of(System.getenv()))) {
            new Soak(compose, engine, System.out, end).run(Long.parseLong(arguments[1]));
        }
    }

    /** Ends this process with a list of what its threads do if it takes that long. */
    private static void watch(Duration limit) {
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(limit.toMillis());
            } catch (InterruptedException e) {
                return;
            }
            Thread.getAllStackTraces().forEach((thread, trace) -> {
                System.out.println(thread);
                for (StackTraceElement element : trace) {
                    System.out.println("  " + element);
                }
            });
            System.out.println("failed: an operation does not end");
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void run(long firstSeed) throws InterruptedException {
        List<Level> levels = new ArrayList<>();
        long seed = firstSeed;
        do {
            if (!round(seed)) {
                out.println("failed: seed " + seed);
                return;
            }
            levels.add(Level.now());
            out.println("seed " + seed + " passed; " + levels.get(levels.size() - 1));
            seed++;
        } while (Instant.now().isBefore(end));
        judge(levels);
    }

    /** Compares the first rounds, but for the very first, which only warms up, with the last ones. */
    private void judge(List<Level> levels) {
        int some = Math.max(1, levels.size() / 3);
        if (levels.size() < 2 * some + 1) {
            out.println("passed: " + levels.size() + " rounds, " + operations
                    + " operations; too few rounds to say whether anything grows");
            return;
        }
        Level before = Level.lowest(levels.subList(1, 1 + some));
        Level after = Level.lowest(levels.subList(levels.size() - some, levels.size()));
        boolean level = after.heap() <= before.heap() + TOLERANCE.heap()
                && after.threads() <= before.threads() + TOLERANCE.threads()
                && after.files() <= before.files() + TOLERANCE.files();
        out.println((level ? "passed: " : "failed: ") + levels.size() + " rounds, " + operations
                + " operations; at first " + before + ", at last " + after);
    }

    private boolean round(long seed) throws InterruptedException {
        Random random = new Random(seed);
        String name =
                "soak" + Long.toString(System.nanoTime() & 0xffffffffL, 36).toLowerCase(Locale.ROOT);
        int count = FEWEST_OPERATIONS + random.nextInt(MOST_OPERATIONS - FEWEST_OPERATIONS + 1);
        Blueprint blueprint = Blueprint.random(name, random);
        Reference reference = new Reference(blueprint);
        Reality reality = new Reality(engine, reference);
        List<String> history = new ArrayList<>(List.of(blueprint.yaml()));
        try {
            Operations work = new Operations(compose, reference, random);
            Stranger stranger = new Stranger(engine, reference, random);
            for (int i = 0; i < count && Instant.now().isBefore(end); i++) {
                if (random.nextInt(4) == 0) {
                    history.add("edit: " + blueprint.change(random));
                }
                if (random.nextInt(6) == 0) {
                    history.add(stranger.act());
                    reality.check();
                }
                Operations.Operation operation = work.next();
                history.add(operation.name());
                operation.work().run();
                operations++;
                reality.check();
            }
            history.add("the end: down --remove-orphans --volumes");
            blueprint.enableAll();
            work.down(Set.of(), true, true);
            reality.check();
            reality.checkAnonymousVolumes();
            return true;
        } catch (RuntimeException e) {
            out.println("seed " + seed + ", project " + name + ":");
            history.forEach(out::println);
            out.println("with the file\n" + blueprint.yaml() + "there should be " + reference.items);
            out.println(e);
            e.printStackTrace(out);
            return false;
        } finally {
            new CleanUp(engine, reference).run();
        }
    }
}
