package io.github.jcompose.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Makes a page and a chart of what was measured. */
public final class Report {
    private final List<Line> lines;
    private final List<Sample> samples;
    private final List<String> facts;
    private final boolean peer;
    private final StringBuilder text = new StringBuilder();

    Report(List<Line> lines, List<Sample> samples, List<String> facts) {
        this.lines = lines;
        this.samples = samples;
        this.facts = facts;
        this.peer = samples.stream().anyMatch(sample -> sample.who().equals(Sample.PEER));
    }

    /**
     * Writes {@code benchmarks.md} and {@code benchmarks.svg}: the files of lines, of samples and of facts (a name, a tab
     * and a value each), and the folder to write to are the arguments.
     */
    public static void main(String[] args) throws IOException {
        List<Line> lines = Line.parse(Files.readAllLines(Path.of(args[0])));
        List<Sample> samples = Sample.parse(Files.readAllLines(Path.of(args[1])));
        List<String> facts = Files.readAllLines(Path.of(args[2]));
        Path folder = Path.of(args[3]);
        Files.writeString(folder.resolve("benchmarks.md"), new Report(lines, samples, facts).markdown());
        Files.writeString(folder.resolve("benchmarks.svg"), new Chart(lines, samples).svg());
    }

    String markdown() {
        text.append("""
                # Benchmarks

                Written by `scripts/benchmark`, which says below how it was called; do not edit. Each value is the median of
                its runs. What is compared was run in turns, and a ratio is the median of the ratios of the turns: below 1,
                jcompose is faster. The spread of both goes from the least to the most. [benchmarks](../benchmarks/README.md)
                says what is behind the lines.

                ![The times and rates below as bars](benchmarks.svg)

                """);
        facts();
        row("", "jcompose", "spread", "beside it", "ratio", "spread", "docker compose", "ratio", "target");
        row("---", "---:", "---", "---", "---:", "---", "---:", "---:", "---");
        String group = "";
        for (Line line : lines) {
            if (!line.group().equals(group)) {
                group = line.group();
                row("**" + group + "**", "", "", "", "", "", "", "", "");
            }
            row(line);
        }
        return text.toString();
    }

    private void facts() {
        text.append("| | |\n|---|---|\n");
        for (String fact : facts) {
            text.append("| ")
                    .append(fact.replace("|", "\\|").replace("\t", " | "))
                    .append(" |\n");
        }
        text.append('\n');
    }

    private void row(Line line) {
        Series ours = Series.of(samples, line, Sample.JCOMPOSE);
        if (ours.isEmpty()) {
            row(line.label(), "not measured", "", "", "", "", "", "", line.toldTarget());
            return;
        }
        Series raw = Series.of(samples, line, Sample.RAW);
        Series theirs = Series.of(samples, line, Sample.PEER);
        Series ratio = ours.over(raw, line);
        String target = line.toldTarget();
        row(
                line.label(),
                line.told(ours.median()),
                spread(ours, line),
                raw.isEmpty() ? "" : line.told(raw.median()) + ": " + line.raw(),
                ratio(ratio),
                ratio.values().size() < 2 ? "" : ratio(ratio.least()) + "–" + ratio(ratio.most()),
                theirs.isEmpty() ? "" : line.told(theirs.median()),
                ratio(ours.over(theirs, line)),
                target.isEmpty() ? "" : target + verdict(line, ours, raw, ratio));
    }

    private static String spread(Series series, Line line) {
        if (series.values().size() < 2) {
            return "one run";
        }
        return line.told(series.least()).replaceFirst("[ %].*", "")
                + "–"
                + line.told(series.most()).replaceFirst("[ %].*", "")
                + " ("
                + series.values().size()
                + ")";
    }

    private static String ratio(Series ratios) {
        return ratios.isEmpty() ? "" : ratio(ratios.median());
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String verdict(Line line, Series ours, Series raw, Series ratio) {
        double limit = Double.parseDouble(line.target().replaceFirst("^[r+]", ""));
        boolean met = switch (line.target().charAt(0)) {
            case 'r' -> !ratio.isEmpty() && ratio.median() <= limit;
            case '+' -> !raw.isEmpty() && ours.median() - raw.median() <= limit;
            default -> ours.median() <= limit;
        };
        boolean comparable = !raw.isEmpty() || Character.isDigit(line.target().charAt(0));
        return !comparable ? "" : met ? ": met" : ": **missed**";
    }

    private void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (peer || i != 6 && i != 7) {
                text.append("| ").append(cells[i]).append(' ');
            }
        }
        text.append("|\n");
    }
}
