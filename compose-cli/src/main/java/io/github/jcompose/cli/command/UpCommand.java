package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.UpOptions;
import io.github.jcompose.runtime.UpOptionsBuilder;
import io.github.jcompose.runtime.plan.Recreate;
import java.util.stream.Stream;

/** Brings a project up, in the background or in front. */
final class UpCommand implements Command {
    private static final Flag ALWAYS_RECREATE_DEPS =
            Flag.ofSwitch("always-recreate-deps", "Replace the containers of services that are not named too");
    static final Flag DETACH = Flag.ofSwitch(
                    "detach", "Return once the containers run, and leave them in the background")
            .orLetter('d');
    static final Flag MENU =
            Flag.ofSwitch("menu", "Listen to keys while attached, such as d to detach (default: true)");
    private static final Flag NO_START = Flag.ofSwitch("no-start", "Create the containers and do not start them");
    private static final Flag QUIET_BUILD = Flag.ofSwitch("quiet-build", "Do not show the output of builds");
    private static final Flag RENEW_ANON_VOLUMES = Flag.ofSwitch(
                    "renew-anon-volumes", "Give new containers new anonymous volumes, not those of the old ones")
            .orLetter('V');
    private static final Flag WATCH =
            Flag.ofSwitch("watch", "Not there yet").orLetter('w').hide();

    private static final FlagSet FLAGS = ConvergeFlags.ALL
            .and(ALWAYS_RECREATE_DEPS, DETACH, MENU, NO_START, QUIET_BUILD, RENEW_ANON_VOLUMES, WATCH)
            .and(ServiceFlags.NO_DEPS, ServiceFlags.TIMEOUT, ServiceFlags.WAIT, ServiceFlags.WAIT_TIMEOUT)
            .and(AttachFlags.ALL);

    @Override
    public Synopsis synopsis() {
        return new Synopsis("up", "[SERVICE...]", "Create and start containers", FLAGS);
    }

    @Override
    public int run(Invocation call) {
        check(call);
        Project project = call.project(call.arguments().rest());
        if (project.services().isEmpty()) {
            throw new ComposeException("no service selected");
        }
        UpOptions options = options(call, project).build();
        try (Compose compose = call.connect()) {
            if (call.isDryRun()) {
                return call.show(compose.plan(project, options));
            }
            if (options.noStart()) {
                compose.create(project, options);
                return 0;
            }
            if (isDetached(call.arguments())) {
                // The environment is left open on purpose: closing it would take the project down.
                compose.up(project, options);
                return 0;
            }
            return AttachedRun.of(call, compose, project, options);
        }
    }

    private static UpOptionsBuilder options(Invocation call, Project project) {
        Arguments arguments = call.arguments();
        UpOptionsBuilder options = ConvergeFlags.options(call, project)
                .alwaysRecreateDependencies(arguments.is(ALWAYS_RECREATE_DEPS))
                .renewAnonymousVolumes(arguments.is(RENEW_ANON_VOLUMES))
                .noDependencies(arguments.is(ServiceFlags.NO_DEPS))
                .noStart(arguments.is(NO_START))
                .awaitHealthy(arguments.is(ServiceFlags.WAIT))
                .awaitTimeout(ServiceFlags.waitTimeout(call))
                .timeout(ServiceFlags.timeout(call));
        return arguments.is(RENEW_ANON_VOLUMES) ? options.recreate(Recreate.ALWAYS) : options;
    }

    private static boolean isDetached(Arguments arguments) {
        return arguments.is(DETACH) || arguments.is(ServiceFlags.WAIT);
    }

    private static void check(Invocation call) {
        Arguments arguments = call.arguments();
        if (arguments.is(WATCH)) {
            throw new UsageException("--watch is not there yet");
        }
        ServiceFlags.exclusive(call, ALWAYS_RECREATE_DEPS, ServiceFlags.NO_RECREATE);
        ServiceFlags.exclusive(call, RENEW_ANON_VOLUMES, ServiceFlags.NO_RECREATE);
        ConvergeFlags.check(call);
        AttachFlags.check(call);
        if (isDetached(arguments) && Stream.of(AttachFlags.OF_FOREGROUND).anyMatch(arguments::given)) {
            throw new UsageException((arguments.is(DETACH) ? "--detach" : "--wait")
                    + " cannot be combined with --abort-on-container-exit, --abort-on-container-failure, --attach"
                    + " or --attach-dependencies");
        }
    }
}
