package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.log.OutputClosedException;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.cli.table.StatsRows;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.StatsOptions;
import io.github.jcompose.runtime.inspect.ContainerStats;
import io.github.jcompose.runtime.inspect.Feed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Shows what containers use of CPU, memory, networks and disks. */
final class StatsCommand implements Command {
    private static final Flag ALL =
            Flag.ofSwitch("all", "Also containers that do not run").orLetter('a');
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"table\"|\"json\"|TEMPLATE)");
    private static final Flag NO_STREAM = Flag.ofSwitch("no-stream", "Print it once, and do not go on");
    private static final Flag NO_TRUNC = Flag.ofSwitch("no-trunc", "Do not shorten ids");

    private static final String CLEAR_SCREEN = "\033[2J\033[H";
    private static final String TO_TOP = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stats", "[SERVICE]", "Show what containers use", FlagSet.of(ALL, FORMAT, NO_STREAM, NO_TRUNC));
    }

    @Override
    public int run(Invocation call) {
        List<String> services = call.arguments().rest();
        if (services.size() > 1) {
            throw new UsageException("\"stats\" takes one service at most");
        }
        String asked = DockerFormats.of(call).or(call.arguments().text(FORMAT), "statsFormat");
        RowFormat format = RowFormat.parse(asked, StatsRows.HEADINGS);
        StatsRows rows = new StatsRows(!call.arguments().is(NO_TRUNC));
        Selection selection = Selection.of(call, List.of());
        StatsOptions options = StatsOptions.builder()
                .services(services)
                .all(call.arguments().is(ALL))
                .build();
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, services);
            if (call.arguments().is(NO_STREAM)) {
                call.out().print(text(format, rows, compose.stats(selection.name(), options)));
            } else {
                watch(call, compose.watchStats(selection.name(), options), format, rows);
            }
        }
        return 0;
    }

    private static void watch(Invocation call, Feed<List<ContainerStats>> feed, RowFormat format, StatsRows rows) {
        boolean screen = call.ansi().allows(call.surroundings().terminal().hasOutput()) && !format.isJson();
        try (feed) {
            if (screen) {
                call.out().print(CLEAR_SCREEN);
            }
            feed.forEach(all -> {
                boolean known = all.isEmpty() || all.stream().anyMatch(stats -> Objects.nonNull(stats.usage()));
                if (screen) {
                    call.out().print(TO_TOP + onScreen(text(format, rows, all)) + CLEAR_BELOW);
                } else if (known) {
                    call.out().print(text(format, rows, all));
                }
                if (call.out().checkError()) {
                    throw new OutputClosedException();
                }
            });
        }
    }

    private static String onScreen(String text) {
        return text.lines().collect(Collectors.joining(CLEAR_LINE + "\n", "", CLEAR_LINE + "\n"));
    }

    private static String text(RowFormat format, StatsRows rows, List<ContainerStats> all) {
        if (format.isTable()) {
            return rows.table(all);
        } else if (format.isJson()) {
            return all.stream()
                    .map(stats -> Json.compact(rows.object(stats)) + "\n")
                    .collect(Collectors.joining());
        }
        return format.render(all.stream().map(rows::fields).toList());
    }
}
