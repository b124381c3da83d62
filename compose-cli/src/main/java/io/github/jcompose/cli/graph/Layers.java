package io.github.jcompose.cli.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts services in rows, so that each stands above all that it needs, and orders each row so that edges cross little:
 * a service stands over the middle of what it needs.
 */
final class Layers {
    private static final int SWEEPS = 8;

    private final Map<String, List<String>> needs = new LinkedHashMap<>();
    private final Map<String, List<String>> neededBy = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    private Layers(Graph graph) {
        for (Graph.Node node : graph.nodes()) {
            needs.put(node.name(), new ArrayList<>());
            neededBy.put(node.name(), new ArrayList<>());
        }
        for (Graph.Edge edge : graph.edges()) {
            needs.getOrDefault(edge.from(), new ArrayList<>()).add(edge.to());
            neededBy.getOrDefault(edge.to(), new ArrayList<>()).add(edge.from());
        }
    }

    /** {@return the names of the services, row by row from the top} */
    static List<List<String>> of(Graph graph) {
        return new Layers(graph).rows();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : needs.keySet()) {
            int depth = depth(name);
            while (rows.size() <= depth) {
                rows.add(new ArrayList<>());
            }
            rows.get(depth).add(name);
        }
        for (int i = 0; i < SWEEPS; i++) {
            for (int row = 1; row < rows.size(); row++) {
                order(rows.get(row), rows.get(row - 1), neededBy);
            }
            for (int row = rows.size() - 2; row >= 0; row--) {
                order(rows.get(row), rows.get(row + 1), needs);
            }
        }
        return rows;
    }

    /** The longest way from a service that nothing needs. A loaded project has no cycles. */
    private int depth(String name) {
        Integer known = depths.get(name);
        if (known != null) {
            return known;
        }
        int depth = 0;
        for (String dependent : neededBy.getOrDefault(name, List.of())) {
            depth = Math.max(depth, depth(dependent) + 1);
        }
        depths.put(name, depth);
        return depth;
    }

    private static void order(List<String> row, List<String> other, Map<String, List<String>> neighbours) {
        Map<String, Double> places = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            double sum = 0;
            int count = 0;
            for (String neighbour : neighbours.getOrDefault(row.get(i), List.of())) {
                int place = other.indexOf(neighbour);
                if (place >= 0) {
                    sum += place / (double) Math.max(1, other.size() - 1);
                    count++;
                }
            }
            places.put(row.get(i), count == 0 ? i / (double) Math.max(1, row.size() - 1) : sum / count);
        }
        row.sort(Comparator.comparing((String name) -> places.getOrDefault(name, 0.0)));
    }
}
