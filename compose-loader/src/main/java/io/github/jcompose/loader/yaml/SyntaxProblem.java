package io.github.jcompose.loader.yaml;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.tree.Node;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.loader.tree.SequenceNode;
import io.github.jcompose.loader.tree.Source;
import io.github.jcompose.loader.tree.TreePath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What the parser says of text that is no YAML, in words for people and at the place that they have to look at. */
final class SyntaxProblem {
    private static final String INVALID = "invalid YAML: ";
    private final Source source;

    SyntaxProblem(Source source) {
        this.source = source;
    }

    ComposeFileException report(MarkedYamlEngineException e, Problems problems) {
        String problem = String.valueOf(e.getProblem());
        String context = e.getContext() == null ? "" : e.getContext();
        Optional<Mark> mark = e.getProblemMark();
        Optional<Mark> start = e.getContextMark();
        boolean open = problem.contains("end of stream") || problem.contains("<stream end>");
        if (open
                && start.isPresent()
                && mark.isPresent()
                && start.get().getIndex() == mark.get().getIndex()) {
            String message = INVALID + "the file ends where a value is expected";
            return problems.fail(node(mark.get()), TreePath.ROOT, message, "something is never closed");
        }
        if (open && start.isPresent()) {
            String what = context.contains("quoted") ? "this quote" : "what starts here";
            return problems.fail(node(start.get()), TreePath.ROOT, INVALID + what + " is never closed", null);
        }
        if (mark.isEmpty()) {
            return problems.fail(null, "", INVALID + problem, null);
        }
        if (problem.contains("(TAB)")) {
            String message = INVALID + "a tab where a key or a value is expected";
            return problems.fail(node(mark.get()), TreePath.ROOT, message, "indent with spaces");
        }
        boolean elsewhere =
                start.isPresent() && start.get().getLine() != mark.get().getLine() && !context.isEmpty();
        String from = elsewhere ? " that starts at " + node(start.get()).location() : "";
        String message = INVALID + problem + (context.isEmpty() ? "" : " " + context) + from;
        return problems.fail(node(mark.get()), TreePath.ROOT, message, hint(problem));
    }

    private static @Nullable String hint(String problem) {
        if (problem.contains("<block end>")) {
            return "check the indentation";
        }
        boolean quotes = problem.contains("mapping values are not allowed") || problem.contains("cannot start any");
        return quotes ? "a text with such a character needs quotes" : null;
    }

    private Node node(Mark mark) {
        return new SequenceNode(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
