package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.PullOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pulls images. */
final class PullCommand implements Command {
    private static final Flag IGNORE_BUILDABLE =
            Flag.ofSwitch("ignore-buildable", "Leave out services that can be built");
    private static final Flag IGNORE_FAILURES =
            Flag.ofSwitch("ignore-pull-failures", "Go on when an image cannot be pulled");
    private static final Flag INCLUDE_DEPS = Flag.ofSwitch("include-deps", "Also pull for the services they depend on");
    private static final Flag NO_PARALLEL =
            Flag.ofSwitch("no-parallel", "Without effect").hide();
    private static final Flag PARALLEL =
            Flag.ofSwitch("parallel", "Without effect").hide();
    private static final Flag POLICY = Flag.ofText("policy", "POLICY", "When to pull (\"missing\"|\"always\")");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Do not show the progress of each layer").orLetter('q');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "pull",
                "[SERVICE...]",
                "Pull the images of services",
                FlagSet.of(IGNORE_BUILDABLE, IGNORE_FAILURES, INCLUDE_DEPS, POLICY, QUIET)
                        .and(NO_PARALLEL, PARALLEL));
    }

    @Override
    public int run(Invocation call) {
        List<String> patterns = call.arguments().rest();
        Project project = call.project(patterns);
        PullOptions options = PullOptions.builder()
                .services(Selection.in(project, patterns).services())
                .dependencies(call.arguments().is(INCLUDE_DEPS))
                .ignoreFailures(call.arguments().is(IGNORE_FAILURES))
                .ignoreBuildable(call.arguments().is(IGNORE_BUILDABLE))
                .policy(policy(call.arguments().text(POLICY)))
                .quiet(call.arguments().is(QUIET))
                .build();
        try (Compose compose = call.connect(project.name())) {
            compose.pull(project, options);
        }
        return 0;
    }

    private static @Nullable String policy(@Nullable String asked) {
        if (asked != null && !asked.equals("missing") && !asked.equals("always")) {
            throw new UsageException("invalid --policy \"" + asked + "\": expected missing or always");
        }
        return asked;
    }
}
