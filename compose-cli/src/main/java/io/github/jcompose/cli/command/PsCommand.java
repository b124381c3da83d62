package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.table.ContainerRows;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.PsOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lists containers. */
final class PsCommand implements Command {
    private static final Flag ALL = Flag.ofSwitch("all", "Also stopped containers and those of single runs")
            .orLetter('a');
    private static final Flag FILTER = Flag.ofList("filter", "status=STATUS", "Only containers in this state");
    private static final Flag FORMAT =
            Flag.ofText("format", "FORMAT", "How to print it (\"table\"|\"json\"|\"raw\"|TEMPLATE)");
    private static final Flag NO_TRUNC = Flag.ofSwitch("no-trunc", "Do not shorten commands and ids");
    private static final Flag ORPHANS =
            Flag.ofSwitch("orphans", "Also containers of services the project no longer has (default: true)");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Print the ids alone").orLetter('q');
    private static final Flag SERVICES = Flag.ofSwitch("services", "Print the names of the services alone");
    private static final Flag STATUS = Flag.ofList(
            "status",
            "STATUS",
            "Only containers in this state: running, paused, restarting, removing, created, exited, dead");
    /** Each field in a line of its own. */
    private static final String RAW = """
            container_id: {{.ID}}
            image: {{.Image}}
            command: {{.Command}}
            created_at: {{.CreatedAt}}
            state: {{.State}}
            status: {{.Status}}
            names: {{.Names}}
            labels: {{.Labels}}
            ports: {{.Ports}}
            """;

    private static final Set<String> STATES =
            Set.of("paused", "restarting", "removing", "running", "dead", "created", "exited");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "ps",
                "[SERVICE...]",
                "List containers",
                FlagSet.of(ALL, FILTER, FORMAT, NO_TRUNC, ORPHANS, QUIET, SERVICES, STATUS));
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        List<String> states = states(arguments);
        RowFormat format = format(call);
        Selection selection = Selection.of(call);
        PsOptions options = PsOptions.builder()
                .services(selection.services())
                .all(arguments.is(ALL) || !states.isEmpty())
                .states(states)
                .withoutOrphans(arguments.given(ORPHANS) && !arguments.is(ORPHANS))
                .build();
        List<ContainerInfo> containers;
        try (Compose compose = call.connect()) {
            containers = selection.ask(project -> compose.ps(project, options), name -> compose.ps(name, options));
        }
        ContainerRows rows = new ContainerRows(Clock.systemUTC(), !arguments.is(NO_TRUNC));
        if (arguments.is(QUIET)) {
            containers.forEach(container -> call.out().println(container.id()));
        } else if (arguments.is(SERVICES)) {
            containers.stream().map(ContainerInfo::service).distinct().forEach(call.out()::println);
        } else if (format.isJson()) {
            containers.forEach(container -> call.out().println(Json.compact(rows.object(container))));
        } else if (format.isTable()) {
            call.out().print(rows.table(containers));
        } else {
            call.out().print(format.render(containers.stream().map(rows::fields).toList()));
        }
        return 0;
    }

    private static List<String> states(Arguments arguments) {
        List<String> states = new ArrayList<>(arguments.list(STATUS));
        for (String filter : arguments.list(FILTER)) {
            int equals = filter.indexOf('=');
            if (equals < 0) {
                throw new UsageException("arguments to --filter should be in form KEY=VAL");
            }
            String key = filter.substring(0, equals);
            if (key.equals("source")) {
                throw new UsageException("filter source is not implemented");
            }
            if (!key.equals("status")) {
                throw new UsageException("unknown filter " + key);
            }
            states.add(filter.substring(equals + 1));
        }
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw new UsageException("unknown status \"" + state + "\"; one of "
                        + String.join(", ", STATES.stream().sorted().toList()));
            }
        }
        return states;
    }

    private static RowFormat format(Invocation call) {
        String asked = DockerFormats.of(call).or(call.arguments().text(FORMAT), "psFormat");
        return RowFormat.parse("raw".equals(asked) ? RAW : asked, ContainerRows.HEADINGS);
    }
}
