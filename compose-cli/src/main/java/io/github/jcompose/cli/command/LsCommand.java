package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.cli.table.Table;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ProjectInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Lists the projects on the engine. */
final class LsCommand implements Command {
    private static final Flag ALL =
            Flag.ofSwitch("all", "Also projects without a running container").orLetter('a');
    private static final Flag FILTER = Flag.ofList("filter", "name=REGEX", "Only projects whose name matches");
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"table\"|\"json\"|TEMPLATE)");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Print the names alone").orLetter('q');

    private static final Map<String, String> HEADINGS =
            Map.of("Name", "NAME", "Status", "STATUS", "ConfigFiles", "CONFIG FILES");

    @Override
    public Synopsis synopsis() {
        return new Synopsis("ls", "", "List the projects on the engine", FlagSet.of(ALL, FILTER, FORMAT, QUIET));
    }

    @Override
    public int run(Invocation call) {
        RowFormat format = RowFormat.parse(call.arguments().text(FORMAT), HEADINGS);
        List<Pattern> names = call.arguments().list(FILTER).stream()
                .map(LsCommand::namePattern)
                .toList();
        List<ProjectInfo> projects;
        try (Compose compose = call.connect()) {
            projects = compose.projects(call.arguments().is(ALL)).stream()
                    .filter(project -> names.isEmpty()
                            || names.stream()
                                    .anyMatch(
                                            name -> name.matcher(project.name()).find()))
                    .toList();
        }
        if (call.arguments().is(QUIET)) {
            projects.forEach(project -> call.out().println(project.name()));
        } else if (format.isJson()) {
            call.out()
                    .println(Json.compact(
                            projects.stream().map(LsCommand::object).toList()));
        } else if (format.isTable()) {
            Table table = new Table(20, 3, "NAME", "STATUS", "CONFIG FILES");
            projects.forEach(project -> table.add(project.name(), status(project), files(project)));
            call.out().print(table.render());
        } else {
            call.out()
                    .print(format.render(
                            projects.stream().map(LsCommand::object).toList()));
        }
        return 0;
    }

    private static Map<String, Object> object(ProjectInfo project) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("Name", project.name());
        object.put("Status", status(project));
        object.put("ConfigFiles", files(project));
        return object;
    }

    private static String status(ProjectInfo project) {
        return project.states().entrySet().stream()
                .map(state -> state.getKey() + "(" + state.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String files(ProjectInfo project) {
        return project.configFiles().isEmpty() ? "N/A" : String.join(",", project.configFiles());
    }

    private static Pattern namePattern(String filter) {
        if (!filter.startsWith("name=")) {
            throw new UsageException("invalid --filter \"" + filter + "\": expected name=REGEX");
        }
        try {
            return Pattern.compile(filter.substring("name=".length()));
        } catch (PatternSyntaxException e) {
            throw new UsageException("invalid --filter \"" + filter + "\": " + e.getDescription());
        }
    }
}
