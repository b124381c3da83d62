package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.ImageRows;
import io.github.jcompose.cli.table.RowFormat;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.inspect.ImageInfo;
import java.time.Clock;
import java.util.List;

/** Lists the images of containers. */
final class ImagesCommand implements Command {
    private static final Flag FORMAT = Flag.ofText("format", "FORMAT", "How to print it (\"table\"|\"json\"|TEMPLATE)");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Print the ids alone").orLetter('q');

    @Override
    public Synopsis synopsis() {
        return new Synopsis("images", "[SERVICE...]", "List the images of containers", FlagSet.of(FORMAT, QUIET));
    }

    @Override
    public int run(Invocation call) {
        RowFormat format = RowFormat.parse(call.arguments().text(FORMAT), ImageRows.HEADINGS);
        List<String> services = call.arguments().rest();
        Selection selection = Selection.of(call, List.of());
        List<ImageInfo> images;
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, services);
            images = compose.images(selection.name(), services);
        }
        ImageRows rows = new ImageRows(Clock.systemUTC());
        if (call.arguments().is(QUIET)) {
            images.stream().map(ImageRows::id).distinct().forEach(call.out()::println);
        } else if (format.isTable()) {
            call.out().print(rows.table(images));
        } else if (format.isJson()) {
            call.out().println(Json.compact(images.stream().map(rows::object).toList()));
        } else {
            call.out().print(format.render(images.stream().map(rows::fields).toList()));
        }
        return 0;
    }
}
