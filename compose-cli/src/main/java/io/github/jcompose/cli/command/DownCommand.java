package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import org.jspecify.annotations.Nullable;

/** Takes a project down. */
final class DownCommand implements Command {
    private static final Flag RMI = Flag.ofText("rmi", "WHICH", "Also remove images (\"local\"|\"all\")");
    private static final Flag VOLUMES = Flag.ofSwitch(
                    "volumes", "Remove named volumes that are not external, and anonymous volumes")
            .orLetter('v');
    private static final Flag VOLUME =
            Flag.ofSwitch("volume", "The same as --volumes").hide();

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "down",
                "[SERVICE...]",
                "Stop and remove containers and networks",
                FlagSet.of(ServiceFlags.REMOVE_ORPHANS, RMI, ServiceFlags.TIMEOUT, VOLUMES, VOLUME));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        DownOptions options = DownOptions.builder()
                .services(selection.services())
                .removeOrphans(ServiceFlags.removeOrphans(call, selection.project()))
                .volumes(call.arguments().is(VOLUMES) || call.arguments().is(VOLUME))
                .images(images(call.arguments().text(RMI)))
                .timeout(ServiceFlags.timeout(call))
                .build();
        try (Compose compose = call.connect()) {
            if (call.isDryRun()) {
                return call.show(
                        selection.ask(project -> compose.plan(project, options), name -> compose.plan(name, options)));
            }
            selection.act(project -> compose.down(project, options), name -> compose.down(name, options));
        }
        return 0;
    }

    private static DownOptions.RemoveImages images(@Nullable String which) {
        return switch (which == null ? "" : which) {
            case "" -> DownOptions.RemoveImages.NONE;
            case "local" -> DownOptions.RemoveImages.LOCAL;
            case "all" -> DownOptions.RemoveImages.ALL;
            default -> throw new UsageException("invalid value for --rmi: \"" + which + "\": expected local or all");
        };
    }
}
