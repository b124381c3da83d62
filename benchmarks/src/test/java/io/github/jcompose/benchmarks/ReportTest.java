package io.github.jcompose.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
    private static final List<Line> LINES = Line.parse(List.of(
            "# id\tgroup\tunit\ttarget\traw\tlabel",
            "up\tEngine\ts\tr1.3\traw calls\t`up` of <200>",
            "logs\tLogs\tlines/s\t-\tdocker logs\tlogs",
            "idle\tIdle\tMB\t120\t-\tresident",
            "gap\tHealth\tms\t+100\ta raw call\tgap"));

    private static String report(String... samples) {
        return new Report(LINES, Sample.parse(List.of(samples)), List.of("machine\ta | b")).markdown();
    }

    @Test
    void comparesTurnByTurn() {
        // The machine was twice as slow in the second turn: the ratio is that of the turns, not that of the medians.
        assertThat(report("up\traw\t10", "up\tjcompose\t12", "up\traw\t20", "up\tjcompose\t24", "up\tjcompose\t99"))
                .contains(
                        "| `up` of <200> | 24 s | 12–99 (3) | 15 s: raw calls | 1.20 | 1.20–1.20 | ratio at most 1.3: met |");
    }

    @Test
    void tellsRatesAsTimes() {
        assertThat(report("logs\traw\t200", "logs\tjcompose\t100"))
                .contains("| logs | 100 lines/s | one run | 200 lines/s: docker logs | 2.00 |");
    }

    @Test
    void saysWhatWasNotMeasured() {
        assertThat(report("logs\tjcompose\t100")).contains("| resident | not measured |");
    }

    @Test
    void saysWhichTargetsAreMissed() {
        assertThat(report("idle\tjcompose\t130", "gap\traw\t200", "gap\tjcompose\t290"))
                .contains("at most 120 MB: **missed**", "at most 100 ms more: met");
    }

    @Test
    void showsDockerComposeOnlyIfItWasMeasured() {
        assertThat(report("up\tjcompose\t3").lines().filter(line -> line.startsWith("|  |")))
                .noneMatch(line -> line.contains("docker compose"));
        assertThat(report("up\tjcompose\t3", "up\tpeer\t6"))
                .contains("| docker compose | ratio | target |", "| 6 s | 0.50 | ratio at most 1.3 |");
    }

    @Test
    void keepsFactsInTheirCells() {
        assertThat(report("up\tjcompose\t3")).contains("| machine | a \\| b |");
    }

    @Test
    void drawsABarAndAWhiskerForEachSide() throws Exception {
        List<Sample> samples =
                Sample.parse(List.of("up\traw\t10", "up\tjcompose\t12", "up\tjcompose\t14", "idle\tjcompose\t1"));
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new Chart(LINES, samples).svg())))
                .getDocumentElement();
        assertThat(root.getTextContent()).contains("up of <200>", "Engine").doesNotContain("Idle", "docker compose");
        // The page, two in the legend, two bars.
        assertThat(root.getElementsByTagName("rect").getLength()).isEqualTo(5);
    }
}
