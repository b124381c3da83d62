package io.github.jcompose.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws times and rates as bars, each group in a scale of its own, with a whisker from the least to the most. */
final class Chart {
    private static final int WIDTH = 860;
    private static final int LEFT = 300;
    private static final int RIGHT = 130;
    private static final int BAR = 10;
    private static final int GAP = 7;
    private static final int HEADING = 30;
    private static final int TOP = 44;
    private static final String STYLE = """
            <style>
            svg { font: 12px system-ui, "DejaVu Sans", sans-serif; }
            .page { fill: #ffffff; }
            text { fill: #24292f; }
            .heading { font-weight: bold; }
            .value { fill: #57606a; font-size: 10.5px; }
            .axis { stroke: #d0d7de; }
            .whisker { stroke: #24292f; stroke-width: 1.2; }
            .jcompose { fill: #2f81f7; }
            .raw { fill: #8c959f; }
            .peer { fill: #e8853d; }
            @media (prefers-color-scheme: dark) {
              .page { fill: #0d1117; }
              text { fill: #e6edf3; }
              .value { fill: #9da7b3; }
              .axis { stroke: #30363d; }
              .whisker { stroke: #e6edf3; }
            }
            </style>
            """;

    private final StringBuilder text = new StringBuilder();
    private final List<Sample> samples;
    private final Map<String, List<Line>> groups = new LinkedHashMap<>();
    private int y = TOP;

    Chart(List<Line> lines, List<Sample> samples) {
        this.samples = samples;
        for (Line line : lines) {
            if ((line.unit().equals("s") || line.moreIsBetter())
                    && !Series.of(samples, line, Sample.JCOMPOSE).isEmpty()) {
                groups.computeIfAbsent(line.group(), k -> new ArrayList<>()).add(line);
            }
        }
    }

    String svg() {
        legend();
        groups.forEach(this::group);
        int height = y + GAP;
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                                + " role=\"img\">%n<title>Benchmarks of jcompose</title>%n",
                        WIDTH,
                        height)
                + STYLE
                + "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n"
                + text
                + "</svg>\n";
    }

    private void legend() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Sample.JCOMPOSE, "jcompose");
        names.put(Sample.RAW, "what the table names beside it");
        names.put(Sample.PEER, "docker compose");
        int x = 12;
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (samples.stream().anyMatch(sample -> sample.who().equals(name.getKey()))) {
                rectangle(name.getKey(), x, 14, 12, 12);
                text(x + 18, 24, "start", "", name.getValue());
                x += 46 + 6 * name.getValue().length();
            }
        }
        text(WIDTH - 12, 24, "end", "value", "median, least to most");
    }

    private void group(String name, List<Line> lines) {
        double most = lines.stream()
                .flatMap(line -> samples.stream().filter(sample -> sample.id().equals(line.id())))
                .mapToDouble(Sample::value)
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - RIGHT) / most;
        String better = lines.get(0).moreIsBetter() ? "longer is better" : "shorter is better";
        y += HEADING - GAP;
        text(12, y - 8, "start", "heading", name);
        text(WIDTH - 12, y - 8, "end", "value", better);
        int top = y;
        for (Line line : lines) {
            int middle = y;
            for (String who : List.of(Sample.JCOMPOSE, Sample.RAW, Sample.PEER)) {
                Series series = Series.of(samples, line, who);
                if (!series.isEmpty()) {
                    bar(line, who, series, scale);
                }
            }
            middle = (middle + y) / 2;
            text(LEFT - 10, middle + 4, "end", "", line.label().replace("`", ""));
            y += GAP;
        }
        line("axis", LEFT, top - 3, LEFT, y - GAP + 3);
    }

    private void bar(Line line, String who, Series series, double scale) {
        rectangle(who, LEFT, y, series.median() * scale, BAR);
        double end = series.median() * scale;
        if (series.values().size() > 1) {
            double from = LEFT + series.least() * scale;
            double to = LEFT + series.most() * scale;
            double middle = y + BAR / 2.0;
            line("whisker", from, middle, to, middle);
            line("whisker", from, middle - 3, from, middle + 3);
            line("whisker", to, middle - 3, to, middle + 3);
            end = Math.max(end, series.most() * scale);
        }
        text(LEFT + end + 6, y + BAR - 1, "start", "value", line.told(series.median()));
        y += BAR + 2;
    }

    private void rectangle(String style, double x, double top, double width, double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", style, x, top, width, height);
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", style, x1, y1, x2, y2);
    }

    private void text(double x, double baseline, String anchor, String style, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                style, x, baseline, anchor, escaped);
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
