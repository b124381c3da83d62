package io.github.jcompose.cli.report;

import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the files of a project.
 *
 * @param errors why it cannot be loaded
 * @param warnings what is allowed, and probably not meant
 */
public record Report(List<Problem> errors, List<Problem> warnings) {
    public Report {
        errors = List.copyOf(errors);
        warnings = warnings.stream().distinct().toList();
    }

    /**
     * {@return the report for people: every problem with its place}
     *
     * @param summary the last line if there are no errors
     */
    public String text(String summary) {
        StringBuilder text = new StringBuilder();
        warnings.forEach(
                problem -> text.append("warning: ").append(problem.render()).append('\n'));
        errors.forEach(problem -> text.append(problem.render()).append('\n'));
        if (errors.isEmpty()) {
            return text.append(summary).append('\n').toString();
        }
        return text.append(errors.size())
                .append(errors.size() == 1 ? " error" : " errors")
                .append('\n')
                .toString();
    }

    /** {@return the report as an object: whether all is well, and the problems with their places} */
    public String json() {
        List<Object> problems = new ArrayList<>();
        errors.forEach(problem -> problems.add(object(problem, "error")));
        warnings.forEach(problem -> problems.add(object(problem, "warning")));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("valid", errors.isEmpty());
        report.put("problems", problems);
        return Json.pretty(report, 2) + "\n";
    }

    private static Map<String, @Nullable Object> object(Problem problem, String severity) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("severity", severity);
        Location location = problem.location();
        if (location != null) {
            object.put("file", location.file());
            if (location.line() > 0) {
                object.put("line", location.line());
            }
            if (location.column() > 0) {
                object.put("column", location.column());
            }
        }
        if (!problem.path().isEmpty()) {
            object.put("path", problem.path());
        }
        object.put("message", problem.message());
        if (problem.hint() != null) {
            object.put("hint", problem.hint());
        }
        return object;
    }
}
