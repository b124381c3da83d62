package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.BuildMode;
import io.github.jcompose.runtime.UpOptions;
import io.github.jcompose.runtime.UpOptionsBuilder;
import io.github.jcompose.runtime.plan.Recreate;

/** The flags that {@code up} and {@code create} share. */
final class ConvergeFlags {
    static final FlagSet ALL = FlagSet.of(
            ServiceFlags.BUILD,
            ServiceFlags.FORCE_RECREATE,
            ServiceFlags.NO_BUILD,
            ServiceFlags.NO_RECREATE,
            ServiceFlags.PULL,
            ServiceFlags.QUIET_PULL,
            ServiceFlags.REMOVE_ORPHANS,
            ServiceFlags.SCALE,
            ServiceFlags.YES);

    private ConvergeFlags() {}

    /** Refuses flags that contradict each other. */
    static void check(Invocation call) {
        ServiceFlags.exclusive(call, ServiceFlags.BUILD, ServiceFlags.NO_BUILD);
        ServiceFlags.exclusive(call, ServiceFlags.FORCE_RECREATE, ServiceFlags.NO_RECREATE);
    }

    /** {@return options as these flags say} */
    static UpOptionsBuilder options(Invocation call, Project project) {
        Arguments arguments = call.arguments();
        return UpOptions.builder()
                .services(Selection.in(project, arguments.rest()).services())
                .recreate(recreate(arguments))
                .removeOrphans(ServiceFlags.removeOrphans(call, project))
                .ignoreOrphans(call.isSet("COMPOSE_IGNORE_ORPHANS", project))
                .scale(ServiceFlags.scale(arguments.list(ServiceFlags.SCALE), "--scale option"))
                .pull(ServiceFlags.pullPolicy(call))
                .quietPull(arguments.is(ServiceFlags.QUIET_PULL))
                .buildMode(buildMode(arguments))
                .environmentFiles(call.envFiles())
                .confirm(question -> arguments.is(ServiceFlags.YES) || call.confirm(question));
    }

    private static Recreate recreate(Arguments arguments) {
        if (arguments.is(ServiceFlags.FORCE_RECREATE)) {
            return Recreate.ALWAYS;
        }
        return arguments.is(ServiceFlags.NO_RECREATE) ? Recreate.NEVER : Recreate.DIVERGED;
    }

    private static BuildMode buildMode(Arguments arguments) {
        if (arguments.is(ServiceFlags.BUILD)) {
            return BuildMode.ALWAYS;
        }
        return arguments.is(ServiceFlags.NO_BUILD) ? BuildMode.NEVER : BuildMode.MISSING;
    }
}
