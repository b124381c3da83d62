package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.progress.QuietProgress;
import io.github.jcompose.loader.LocatedProject;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.swarm.DeployOptions;
import io.github.jcompose.runtime.swarm.DeployOptions.ResolveImage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deploys a stack. */
final class StackDeployCommand implements Command {
    private static final Flag PRUNE = Flag.ofSwitch(
            "prune", "Remove services that the files no longer have, and configs and secrets that were replaced");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Do not show progress").orLetter('q');
    private static final Flag RESOLVE_IMAGE = Flag.ofText(
            "resolve-image",
            "WHEN",
            "When to ask registries which image a tag means (\"always\"|\"changed\"|\"never\")");
    private static final Flag WAIT_TIMEOUT = Flag.ofNumber(
            "wait-timeout", "SECONDS", "How long to wait with --detach=false (default: while something changes)");
    private static final Flag WITH_REGISTRY_AUTH =
            Flag.ofSwitch("with-registry-auth", "Let the nodes pull images with your credentials");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "stack deploy",
                "STACK",
                "Deploy a stack to a swarm, or bring it up to date",
                FlagSet.of(
                        StackFlags.COMPOSE_FILE,
                        StackFlags.DETACH,
                        PRUNE,
                        QUIET,
                        RESOLVE_IMAGE,
                        WAIT_TIMEOUT,
                        WITH_REGISTRY_AUTH));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("stack deploy");
        String stack = StackFlags.stack(call, "deploy");
        Arguments arguments = call.arguments();
        ResolveImage when = when(arguments.text(RESOLVE_IMAGE));
        LocatedProject located = StackFlags.loader(call)
                .projectName(stack.toLowerCase(Locale.ROOT))
                .build()
                .loadLocated();
        DeployOptions options = DeployOptions.builder()
                .prune(arguments.is(PRUNE))
                .resolveImage(when)
                .registryAuth(arguments.is(WITH_REGISTRY_AUTH))
                .await(!StackFlags.detach(call))
                .timeout(timeout(call))
                .ignored(ignored -> call.view()
                        .warn(located.problem(steps(ignored.path()), ignored.reason(), null)
                                .render()))
                .build();
        try (Compose compose = shown(call).connect()) {
            compose.stacks().deploy(located.project(), stack, options);
        }
        return 0;
    }

    private static @Nullable Duration timeout(Invocation call) {
        Integer seconds = call.arguments().number(WAIT_TIMEOUT);
        if (seconds == null) {
            return null;
        }
        if (seconds <= 0) {
            throw new UsageException("invalid --wait-timeout " + seconds + ": expected a positive number of seconds");
        }
        if (StackFlags.detach(call)) {
            throw new UsageException("--wait-timeout is without effect unless --detach=false is given, too");
        }
        return Duration.ofSeconds(seconds);
    }

    /** Keys as they are, positions in lists as numbers. */
    private static List<Object> steps(List<String> path) {
        List<Object> steps = new ArrayList<>();
        for (String step : path) {
            boolean position = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
            steps.add(position ? (Object) Integer.valueOf(step) : step);
        }
        return steps;
    }

    private static Invocation shown(Invocation call) {
        return call.arguments().is(QUIET)
                ? new Invocation(
                        call.global(),
                        call.arguments(),
                        call.surroundings(),
                        call.ansi(),
                        new QuietProgress(call.surroundings().err(), Clock.systemUTC()),
                        call.signals())
                : call;
    }

    private static ResolveImage when(@Nullable String text) {
        return switch (text == null ? "always" : text) {
            case "always" -> ResolveImage.ALWAYS;
            case "changed" -> ResolveImage.CHANGED;
            case "never" -> ResolveImage.NEVER;
            default ->
                throw new UsageException("invalid --resolve-image \"" + text + "\": expected always, changed or never");
        };
    }
}
