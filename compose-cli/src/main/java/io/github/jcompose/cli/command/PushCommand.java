package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.PushOptions;
import java.util.List;

/** Pushes images. */
final class PushCommand implements Command {
    private static final Flag IGNORE_FAILURES =
            Flag.ofSwitch("ignore-push-failures", "Go on when an image cannot be pushed");
    private static final Flag INCLUDE_DEPS =
            Flag.ofSwitch("include-deps", "Also push the images of the services they depend on");
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "Do not show the progress of each layer").orLetter('q');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "push",
                "[SERVICE...]",
                "Push the images of services that are built",
                FlagSet.of(IGNORE_FAILURES, INCLUDE_DEPS, QUIET));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("push");
        List<String> patterns = call.arguments().rest();
        Project project = call.project(patterns);
        PushOptions options = PushOptions.builder()
                .services(Selection.in(project, patterns).services())
                .dependencies(call.arguments().is(INCLUDE_DEPS))
                .ignoreFailures(call.arguments().is(IGNORE_FAILURES))
                .quiet(call.arguments().is(QUIET))
                .build();
        try (Compose compose = call.connect()) {
            compose.push(project, options);
        }
        return 0;
    }
}
