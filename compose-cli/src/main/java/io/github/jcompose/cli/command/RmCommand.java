package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.PsOptions;
import io.github.jcompose.runtime.RemoveOptions;
import io.github.jcompose.runtime.StopOptions;
import java.util.List;

/** Removes stopped containers. */
final class RmCommand implements Command {
    private static final Flag ALL =
            Flag.ofSwitch("all", "Without effect").orLetter('a').hide();
    private static final Flag FORCE = Flag.ofSwitch("force", "Do not ask first").orLetter('f');
    private static final Flag STOP =
            Flag.ofSwitch("stop", "Stop running containers first").orLetter('s');
    private static final Flag VOLUMES =
            Flag.ofSwitch("volumes", "Also remove their anonymous volumes").orLetter('v');
    private static final List<String> STOPPED = List.of("created", "exited", "dead");

    @Override
    public Synopsis synopsis() {
        return new Synopsis("rm", "[SERVICE...]", "Remove stopped containers", FlagSet.of(ALL, FORCE, STOP, VOLUMES));
    }

    @Override
    public int run(Invocation call) {
        Selection selection = Selection.of(call);
        try (Compose compose = call.connect(selection.name())) {
            if (call.arguments().is(STOP)) {
                StopOptions options =
                        StopOptions.builder().services(selection.services()).build();
                selection.act(project -> compose.stop(project, options), name -> compose.stop(name, options));
            }
            if (isWanted(call, stopped(compose, selection))) {
                RemoveOptions options = RemoveOptions.builder()
                        .services(selection.services())
                        .volumes(call.arguments().is(VOLUMES))
                        .build();
                selection.act(project -> compose.remove(project, options), name -> compose.remove(name, options));
            }
        }
        return 0;
    }

    private static List<String> stopped(Compose compose, Selection selection) {
        PsOptions options = PsOptions.builder()
                .services(selection.services())
                .all(true)
                .states(STOPPED)
                .build();
        return selection.ask(project -> compose.ps(project, options), name -> compose.ps(name, options)).stream()
                .map(ContainerInfo::name)
                .toList();
    }

    private static boolean isWanted(Invocation call, List<String> containers) {
        if (containers.isEmpty()) {
            call.view().tell("No stopped containers");
            return false;
        }
        call.out().println("Going to remove " + String.join(", ", containers));
        call.out().flush();
        return call.arguments().is(FORCE) || call.confirm("Are you sure?");
    }
}
