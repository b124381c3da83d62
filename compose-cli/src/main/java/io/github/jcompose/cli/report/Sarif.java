package io.github.jcompose.cli.report;

import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report in the format that code reviews and editors show at the lines: SARIF 2.1.0. */
public final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ERROR = "compose-file";
    private static final String WARNING = "compose-file-warning";

    private Sarif() {}

    /**
     * {@return the log}
     *
     * @param version of jcompose
     */
    public static String of(Report report, String version) {
        List<Object> results = new ArrayList<>();
        report.errors().forEach(problem -> results.add(result(problem, ERROR, "error")));
        report.warnings().forEach(problem -> results.add(result(problem, WARNING, "warning")));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "jcompose");
        driver.put("version", version);
        driver.put(
                "rules",
                List.of(
                        rule(ERROR, "The compose file breaks a rule of the Compose Specification"),
                        rule(WARNING, "The compose file is valid, but probably not as it was meant")));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.pretty(log, 2) + "\n";
    }

    private static Map<String, Object> rule(String id, String text) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        rule.put("shortDescription", Map.of("text", text));
        return rule;
    }

    private static Map<String, Object> result(Problem problem, String rule, String level) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", rule);
        result.put("level", level);
        String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
        String hint = problem.hint() == null ? "" : "; " + problem.hint();
        result.put("message", Map.of("text", path + problem.message() + hint));
        Location location = problem.location();
        if (location != null) {
            result.put("locations", List.of(Map.of("physicalLocation", place(location))));
        }
        return result;
    }

    private static Map<String, Object> place(Location location) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", uri(location.file())));
        if (location.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", location.line());
            if (location.column() > 0) {
                region.put("startColumn", location.column());
            }
            place.put("region", region);
        }
        return place;
    }

    /** A file is named by a URI, so what is special in one is escaped. */
    private static String uri(String file) {
        String path = file.replace('\\', '/');
        return path.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
    }
}
