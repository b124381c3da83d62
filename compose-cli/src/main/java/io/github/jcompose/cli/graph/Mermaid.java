package io.github.jcompose.cli.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** The picture as a Mermaid flowchart, which Markdown viewers draw. */
public final class Mermaid {
    private Mermaid() {}

    /** {@return the text of the flowchart} */
    public static String of(Graph graph) {
        Map<String, String> ids = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("flowchart TB\n");
        for (Graph.Node node : graph.nodes()) {
            String id = "s" + ids.size();
            ids.put(node.name(), id);
            text.append("  ").append(id).append("[\"").append(label(node)).append("\"]\n");
        }
        for (Graph.Edge edge : graph.edges()) {
            text.append("  ")
                    .append(ids.get(edge.from()))
                    .append(edge.required() ? " -->|" : " -.->|")
                    .append(edge.label())
                    .append("| ")
                    .append(ids.get(edge.to()))
                    .append('\n');
        }
        int number = 0;
        for (Graph.Net network : graph.networks()) {
            String id = "n" + number++;
            String note = network.note().isEmpty() ? "" : "<br/><i>" + network.note() + "</i>";
            text.append("  ")
                    .append(id)
                    .append("((\"")
                    .append(escaped(network.key()))
                    .append(note)
                    .append("\"))\n");
            for (Graph.Node node : graph.nodes()) {
                if (node.networks().contains(network.key())) {
                    text.append("  ")
                            .append(ids.get(node.name()))
                            .append(" -.- ")
                            .append(id)
                            .append('\n');
                }
            }
        }
        number = 0;
        for (Graph.Node node : graph.nodes()) {
            for (String port : node.ports()) {
                String id = "p" + number++;
                text.append("  ")
                        .append(id)
                        .append("([\"")
                        .append(escaped(port))
                        .append("\"]) --> ");
                text.append(ids.get(node.name())).append('\n');
            }
        }
        return text.toString();
    }

    private static String label(Graph.Node node) {
        StringBuilder label =
                new StringBuilder("<b>").append(escaped(node.name())).append("</b>");
        if (node.replicas() != 1) {
            label.append(" ×").append(node.replicas());
        }
        if (!node.image().isEmpty()) {
            label.append("<br/>").append(escaped(node.image()));
        }
        return label.toString();
    }

    /** Mermaid takes the entities of HTML. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
