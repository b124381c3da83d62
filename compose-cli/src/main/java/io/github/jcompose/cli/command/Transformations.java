package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.table.Table;
import org.jspecify.annotations.Nullable;

/** What {@code bridge} can convert to. Only the built-in ones: transformation images are not run. */
final class Transformations {
    private static final String[][] BUILT_IN = {
        {"yaml", "one file for each Kubernetes object"},
        {"stream", "all Kubernetes objects in one stream"},
        {"kustomize", "a base and an overlay for Kustomize"},
        {"helm", "a Helm chart"}
    };

    private Transformations() {}

    static void list(Invocation call, @Nullable String format, boolean quiet) {
        if (format != null && !format.equals("table") && !format.equals("json")) {
            throw new UsageException("unsupported format \"" + format + "\": expected table or json");
        }
        if (quiet) {
            for (String[] row : BUILT_IN) {
                call.out().println(row[0]);
            }
        } else if ("json".equals(format)) {
            for (String[] row : BUILT_IN) {
                call.out().println("{\"Format\":\"" + row[0] + "\",\"Makes\":\"" + row[1] + "\"}");
            }
        } else {
            Table table = new Table(10, 3, "FORMAT", "MAKES");
            for (String[] row : BUILT_IN) {
                table.add(row);
            }
            call.out().print(table.render());
        }
    }
}
