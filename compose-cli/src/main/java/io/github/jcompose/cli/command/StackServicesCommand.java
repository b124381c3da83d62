package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.table.StackRows;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.swarm.ServiceInfo;
import java.time.Clock;
import java.util.List;

/** Lists the services of a stack. */
final class StackServicesCommand implements Command {
    private static final List<String> FILTERS = List.of("id", "name", "label", "mode");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stack services",
                "STACK",
                "List the services of a stack",
                FlagSet.of(StackFlags.FILTER, StackFlags.FORMAT, StackFlags.QUIET));
    }

    @Override
    public int run(Invocation call) {
        String stack = StackFlags.stack(call, "services");
        List<ServiceInfo> services;
        try (Compose compose = call.connect()) {
            services = compose.stacks().services(stack, StackFlags.filters(call, FILTERS));
        }
        if (services.isEmpty()) {
            call.view().tell("Nothing found in stack: " + stack);
            return 0;
        }
        StackRows rows = new StackRows(Clock.systemUTC(), true, true);
        if (call.arguments().is(StackFlags.QUIET)) {
            services.forEach(service -> call.out().println(rows.id(service.id())));
        } else {
            call.out()
                    .print(StackRows.SERVICES.render(
                            StackFlags.format(call),
                            services.stream().map(rows::service).toList()));
        }
        return 0;
    }
}
