package io.github.jcompose.cli.command;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.UpOptions;

/** Creates containers without starting them. */
final class CreateCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis("create", "[SERVICE...]", "Create containers without starting them", ConvergeFlags.ALL);
    }

    @Override
    public int run(Invocation call) {
        ConvergeFlags.check(call);
        Project project = call.project(call.arguments().rest());
        UpOptions options = ConvergeFlags.options(call, project).noStart(true).build();
        try (Compose compose = call.connect()) {
            if (call.isDryRun()) {
                return call.show(compose.plan(project, options));
            }
            compose.create(project, options);
        }
        return 0;
    }
}
