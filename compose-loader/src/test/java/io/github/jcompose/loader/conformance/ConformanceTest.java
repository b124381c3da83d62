package io.github.jcompose.loader.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Loads every compose file of the corpus and counts what equals docker compose's output. */
class ConformanceTest {
    /** The least that must be equal, in percent, by what is counted. */
    private static final Map<String, Double> FLOORS = Map.ofEntries(
            Map.entry("config", 99.0),
            Map.entry("profiles", 99.0),
            Map.entry("raw", 99.0),
            Map.entry("nonorm", 99.0),
            Map.entry("nopath", 99.0),
            Map.entry("hash", 99.0),
            Map.entry("services", 99.0),
            Map.entry("images", 99.0),
            Map.entry("volumes", 99.0),
            Map.entry("networks", 99.0),
            Map.entry("lsprofiles", 99.0),
            Map.entry("variables", 99.0),
            Map.entry("yaml", 95.0),
            Map.entry("refused", 97.0));

    private static final Path REPORT = Path.of("target", "conformance.txt");

    @Test
    void loadsAsDockerComposeDoes() throws IOException {
        List<Outcome> outcomes = run(Corpus.records());

        Map<String, Tally> byGroup = tally(outcomes, Outcome::group);
        List<String> report = new ArrayList<>();
        outcomes.forEach(outcome -> report.add(outcome.line()));
        tally(
                        outcomes,
                        outcome -> outcome.golden().suite() + " "
                                + outcome.golden().variant())
                .forEach((name, tally) -> report.add("TOTAL " + name + " " + tally));
        byGroup.forEach((name, tally) -> report.add("TOTAL " + name + " " + tally));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);

        assertThat(byGroup).hasSameSizeAs(FLOORS);
        assertThat(byGroup)
                .as("what equals docker compose's output; see %s", REPORT.toAbsolutePath())
                .allSatisfy((group, tally) -> assertThat(tally.percent())
                        .as("%s %s", group, tally)
                        .isGreaterThanOrEqualTo(FLOORS.get(group)));
    }

    private static List<Outcome> run(List<GoldenRecord> records) {
        Map<String, List<GoldenRecord>> cases = new LinkedHashMap<>();
        for (GoldenRecord golden : records) {
            cases.computeIfAbsent(golden.suite() + "/" + golden.name(), name -> new ArrayList<>())
                    .add(golden);
        }
        return cases.values().parallelStream()
                .flatMap(golden -> new CaseRun(golden).outcomes())
                .toList();
    }

    private static Map<String, Tally> tally(List<Outcome> outcomes, Function<Outcome, String> name) {
        Map<String, Tally> tallies = new TreeMap<>();
        outcomes.forEach(
                outcome -> tallies.merge(name.apply(outcome), new Tally(outcome.passed() ? 1 : 0, 1), Tally::plus));
        return tallies;
    }

    private record Tally(int passed, int total) {
        Tally plus(Tally other) {
            return new Tally(passed + other.passed, total + other.total);
        }

        double percent() {
            return 100.0 * passed / total;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d/%d %.1f%%", passed, total, percent());
        }
    }
}
