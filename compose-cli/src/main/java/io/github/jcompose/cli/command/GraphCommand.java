package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.graph.Dot;
import io.github.jcompose.cli.graph.Graph;
import io.github.jcompose.cli.graph.Mermaid;
import io.github.jcompose.cli.graph.Svg;
import org.jspecify.annotations.Nullable;

/** Draws the services of a project. */
final class GraphCommand implements Command {
    private static final Flag FORMAT =
            Flag.ofText("format", "FORMAT", "What to draw (\"mermaid\"|\"dot\"|\"svg\"), mermaid by default");
    private static final Flag OUTPUT = Flag.ofText("output", "FILE", "Write to a file, whose ending may say the format")
            .orLetter('o');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "graph",
                "[SERVICE...]",
                "Draw services, their dependencies, networks and ports",
                FlagSet.of(FORMAT, OUTPUT));
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return false;
    }

    @Override
    public int run(Invocation call) {
        String file = call.arguments().text(OUTPUT);
        String format = format(call.arguments().text(FORMAT), file == null ? "" : file);
        Graph graph = Graph.of(call.project(call.arguments().rest()));
        Output.write(
                call,
                file,
                switch (format) {
                    case "mermaid" -> Mermaid.of(graph);
                    case "dot" -> Dot.of(graph);
                    case "svg" -> Svg.of(graph);
                    default ->
                        throw new UsageException("unsupported format \"" + format + "\": expected mermaid, dot or svg");
                });
        return 0;
    }

    private static String format(@Nullable String asked, String file) {
        if (asked != null) {
            return asked;
        } else if (file.endsWith(".svg")) {
            return "svg";
        }
        return file.endsWith(".dot") || file.endsWith(".gv") ? "dot" : "mermaid";
    }
}
