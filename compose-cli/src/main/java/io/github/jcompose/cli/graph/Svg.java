package io.github.jcompose.cli.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The picture as an SVG file that needs nothing else: services in rows, each above what it needs. */
public final class Svg {
    private static final int MARGIN = 24;
    private static final int TITLE = 34;
    private static final int GAP = 36;
    private static final int ROW_GAP = 74;
    private static final int PORT_SPACE = 26;
    private static final int LINE = 17;
    private static final int PADDING = 12;
    private static final double CHARACTER = 7.3;
    /** Told apart also by those who see few colours. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999933", "#882255");

    private record Box(Graph.Node node, double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }
    }

    private final Graph graph;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();
    private double width;
    private double height;

    private Svg(Graph graph) {
        this.graph = graph;
    }

    /** {@return the file} */
    public static String of(Graph graph) {
        return new Svg(graph).draw();
    }

    private String draw() {
        place();
        StringBuilder picture = new StringBuilder();
        graph.edges().forEach(this::edge);
        boxes.values().forEach(this::box);
        legend();
        picture.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                        + " viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">\n",
                width,
                height,
                width,
                height,
                escaped("Services of " + graph.name())));
        picture.append(STYLE);
        picture.append(text("title", MARGIN, MARGIN + 12, graph.name()));
        return picture.append(out).append("</svg>\n").toString();
    }

    private static final String STYLE = """
            <style>
              svg { background: #ffffff; font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; font-size: 12px; }
              text { fill: #1f2933; }
              .title { font-size: 17px; font-weight: 600; }
              .name { font-size: 14px; font-weight: 600; }
              .small { fill: #52606d; }
              .box { fill: #f5f7fa; stroke: #7b8794; stroke-width: 1.2; }
              .edge { fill: none; stroke: #52606d; stroke-width: 1.4; }
              .optional { stroke-dasharray: 5 4; }
              .label { font-size: 11px; fill: #52606d; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
              .port { fill: #e4f0fb; stroke: #2f6fb0; stroke-width: 1; }
              .porttext { font-size: 11px; fill: #1f4e7a; }
            </style>
            <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0,0 L8,4 L0,8 z" fill="#52606d"/></marker></defs>
            """;

    private void place() {
        Map<String, Graph.Node> nodes = new LinkedHashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.name(), node));
        List<List<Graph.Node>> rows = new ArrayList<>();
        for (List<String> row : Layers.of(graph)) {
            rows.add(row.stream().map(nodes::get).toList());
        }
        double widest = legendWidth();
        for (List<Graph.Node> row : rows) {
            widest = Math.max(widest, widthOf(row));
        }
        double y = MARGIN + TITLE;
        for (List<Graph.Node> row : rows) {
            boolean ports = row.stream().anyMatch(node -> !node.ports().isEmpty());
            y += ports ? PORT_SPACE : 0;
            double x = MARGIN + (widest - widthOf(row)) / 2;
            double tallest = 0;
            for (Graph.Node node : row) {
                Box box = new Box(node, x, y, widthOf(node), heightOf(node));
                boxes.put(node.name(), box);
                x += box.width() + GAP;
                tallest = Math.max(tallest, box.height());
            }
            y += tallest + ROW_GAP;
        }
        y -= rows.isEmpty() ? 0 : ROW_GAP - GAP;
        width = widest + 2 * MARGIN;
        height = y + (graph.networks().isEmpty() ? 0 : LINE + GAP / 2.0);
    }

    private static double widthOf(List<Graph.Node> row) {
        return row.stream().mapToDouble(Svg::widthOf).sum() + GAP * Math.max(0, row.size() - 1);
    }

    private static double widthOf(Graph.Node node) {
        double content =
                Math.max(name(node).length() * CHARACTER * 1.18, node.image().length() * CHARACTER);
        content = Math.max(content, volumes(node).length() * CHARACTER);
        content = Math.max(content, node.networks().size() * 14.0);
        double ports = node.ports().stream().mapToDouble(Svg::portWidth).sum()
                + 4.0 * node.ports().size();
        return Math.max(96, Math.max(content, ports) + 2 * PADDING);
    }

    private static double heightOf(Graph.Node node) {
        int lines = 1 + (node.image().isEmpty() ? 0 : 1) + (node.volumes().isEmpty() ? 0 : 1);
        return lines * LINE + 2 * PADDING + (node.networks().isEmpty() ? 0 : 12);
    }

    private static String name(Graph.Node node) {
        return node.replicas() == 1 ? node.name() : node.name() + " ×" + node.replicas();
    }

    private static String volumes(Graph.Node node) {
        return node.volumes().isEmpty() ? "" : "▤ " + String.join(", ", node.volumes());
    }

    private void box(Box box) {
        Graph.Node node = box.node();
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"box\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>\n",
                box.x(),
                box.y(),
                box.width(),
                box.height()));
        double y = box.y() + PADDING + 12;
        out.append(text("name", box.x() + PADDING, y, name(node)));
        if (!node.image().isEmpty()) {
            y += LINE;
            out.append(text("small", box.x() + PADDING, y, node.image()));
        }
        if (!node.volumes().isEmpty()) {
            y += LINE;
            out.append(text("small", box.x() + PADDING, y, volumes(node)));
        }
        double dot = box.x() + PADDING + 5;
        for (String network : node.networks()) {
            out.append(dot(dot, box.y() + box.height() - PADDING - 1, network));
            dot += 14;
        }
        ports(box);
    }

    private void ports(Box box) {
        double x = box.x();
        for (String port : box.node().ports()) {
            double wide = portWidth(port);
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"port\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"18\" rx=\"4\"/>\n",
                    x,
                    box.y() - 22,
                    wide));
            out.append(text("porttext", x + 6, box.y() - 9, port));
            x += wide + 4;
        }
    }

    private static double portWidth(String port) {
        return port.length() * 6.6 + 12;
    }

    /** From the lower side of who needs to the upper side of what is needed, above its ports. */
    private void edge(Graph.Edge edge) {
        Box from = boxes.get(edge.from());
        Box to = boxes.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        double startX = spread(from, edge.from(), edge, true);
        double endX = spread(to, edge.to(), edge, false);
        double startY = from.y() + from.height();
        double endY = to.y() - (to.node().ports().isEmpty() ? 2 : PORT_SPACE - 2);
        double bend = Math.max(24, (endY - startY) / 2);
        out.append(String.format(
                Locale.ROOT,
                "<path class=\"edge%s\" d=\"M%.1f,%.1f C%.1f,%.1f %.1f,%.1f %.1f,%.1f\" marker-end=\"url(#tip)\"/>\n",
                edge.required() ? "" : " optional",
                startX,
                startY,
                startX,
                startY + bend,
                endX,
                endY - bend,
                endX,
                endY));
        if (!edge.label().equals("started")) {
            out.append(text("label", startX + 6, startY + 17, edge.label()));
        }
    }

    /** Several edges at one side of a box part it evenly, in the order of their other ends. */
    private double spread(Box box, String name, Graph.Edge edge, boolean leaving) {
        List<Graph.Edge> all = graph.edges().stream()
                .filter(other -> name.equals(leaving ? other.from() : other.to()))
                .sorted((a, b) -> Double.compare(otherEnd(a, leaving), otherEnd(b, leaving)))
                .toList();
        return box.x() + box.width() * (all.indexOf(edge) + 1) / (all.size() + 1);
    }

    private double otherEnd(Graph.Edge edge, boolean leaving) {
        Box box = boxes.get(leaving ? edge.to() : edge.from());
        return box == null ? 0 : box.middle();
    }

    private double legendWidth() {
        return graph.networks().stream().mapToDouble(Svg::legendWidth).sum();
    }

    private static double legendWidth(Graph.Net network) {
        return legendText(network).length() * CHARACTER + 34;
    }

    private static String legendText(Graph.Net network) {
        return network.note().isEmpty() ? network.key() : network.key() + " (" + network.note() + ")";
    }

    private void legend() {
        double x = MARGIN + 5;
        double y = height - GAP / 2.0;
        for (Graph.Net network : graph.networks()) {
            out.append(dot(x, y - 4, network.key()));
            out.append(text("small", x + 10, y, legendText(network)));
            x += legendWidth(network);
        }
    }

    private String dot(double x, double y, String network) {
        int index = 0;
        for (int i = 0; i < graph.networks().size(); i++) {
            if (graph.networks().get(i).key().equals(network)) {
                index = i;
            }
        }
        return String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"%s\"><title>%s</title></circle>\n",
                x,
                y,
                COLOURS.get(index % COLOURS.size()),
                escaped("network " + network));
    }

    private static String text(String style, double x, double y, String text) {
        return String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", style, x, y, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
