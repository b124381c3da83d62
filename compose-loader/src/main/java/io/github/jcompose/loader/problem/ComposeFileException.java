package io.github.jcompose.loader.problem;

import io.github.jcompose.model.ComposeException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a project that cannot be loaded; it holds everything that was found, not only the first. */
public class ComposeFileException extends ComposeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    @SuppressWarnings("serial") // The list is unmodifiable and serializable; its elements stay in the process.
    private final List<Problem> problems;

    /**
     * @param problems at least one
     */
    public ComposeFileException(List<Problem> problems) {
        super(message(sorted(problems)));
        this.problems = sorted(problems);
    }

    /** {@return the problems by file and line, those without a location first} */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::location, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static String message(List<Problem> problems) {
        String shown = problems.stream().limit(SHOWN).map(Problem::render).collect(Collectors.joining("\n"));
        int more = problems.size() - SHOWN;
        return more > 0 ? shown + "\n… and " + more + " more" : shown;
    }
}
