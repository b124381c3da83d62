package io.github.jcompose.cli.graph;

/** The picture as a Graphviz digraph. */
public final class Dot {
    private Dot() {}

    /** {@return the text of the digraph} */
    public static String of(Graph graph) {
        StringBuilder text =
                new StringBuilder("digraph ").append(quoted(graph.name())).append(" {\n");
        text.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        text.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (Graph.Node node : graph.nodes()) {
            text.append("  ")
                    .append(service(node))
                    .append(" [label=")
                    .append(quoted(label(node)))
                    .append("];\n");
        }
        for (Graph.Edge edge : graph.edges()) {
            text.append("  ")
                    .append(quoted("service " + edge.from()))
                    .append(" -> ")
                    .append(quoted("service " + edge.to()))
                    .append(" [label=")
                    .append(quoted(edge.label()))
                    .append(edge.required() ? "];\n" : ", style=dashed];\n");
        }
        for (Graph.Net network : graph.networks()) {
            String note = network.note().isEmpty() ? "" : "\n" + network.note();
            String id = quoted("network " + network.key());
            text.append("  ").append(id).append(" [shape=ellipse, style=solid, label=");
            text.append(quoted(network.key() + note)).append("];\n");
            for (Graph.Node node : graph.nodes()) {
                if (node.networks().contains(network.key())) {
                    text.append("  ").append(service(node)).append(" -> ").append(id);
                    text.append(" [dir=none, style=dotted];\n");
                }
            }
        }
        for (Graph.Node node : graph.nodes()) {
            for (String port : node.ports()) {
                String id = quoted("port " + node.name() + " " + port);
                text.append("  ")
                        .append(id)
                        .append(" [shape=plaintext, label=")
                        .append(quoted(port))
                        .append("];\n");
                text.append("  ")
                        .append(id)
                        .append(" -> ")
                        .append(service(node))
                        .append(";\n");
            }
        }
        return text.append("}\n").toString();
    }

    private static String service(Graph.Node node) {
        return quoted("service " + node.name());
    }

    private static String label(Graph.Node node) {
        String replicas = node.replicas() == 1 ? "" : " ×" + node.replicas();
        return node.name() + replicas + (node.image().isEmpty() ? "" : "\n" + node.image());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
