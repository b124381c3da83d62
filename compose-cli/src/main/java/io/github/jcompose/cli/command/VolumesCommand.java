package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.cli.table.VolumeRows;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.inspect.VolumeInfo;
import java.util.List;

/** Lists the volumes of a project. */
final class VolumesCommand implements Command {
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"table\"|\"json\"|TEMPLATE)");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Print the names alone").orLetter('q');

    @Override
    public Synopsis synopsis() {
        return new Synopsis("volumes", "[SERVICE...]", "List the volumes of the project", FlagSet.of(FORMAT, QUIET));
    }

    @Override
    public int run(Invocation call) {
        String asked = DockerFormats.of(call).or(call.arguments().text(FORMAT), "volumesFormat");
        RowFormat format = RowFormat.parse(asked, VolumeRows.HEADINGS);
        Selection selection = Selection.of(call);
        List<VolumeInfo> volumes;
        try (Compose compose = call.connect()) {
            volumes = compose.volumes(selection.name(), selection.services());
        }
        if (call.arguments().is(QUIET)) {
            volumes.forEach(volume -> call.out().println(volume.name()));
        } else if (format.isTable()) {
            call.out().print(VolumeRows.table(volumes));
        } else if (format.isJson()) {
            volumes.forEach(volume -> call.out().println(Json.compact(VolumeRows.object(volume))));
        } else {
            call.out()
                    .print(format.render(volumes.stream()
                            .map(volume -> RowFormat.withLabels(VolumeRows.object(volume), volume.labels()))
                            .toList()));
        }
        return 0;
    }
}
