package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import java.util.List;
import java.util.Map;

/** Changes how many containers services have. */
final class ScaleCommand implements Command {
    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "scale",
                "SERVICE=NUM...",
                "Change how many containers services have",
                FlagSet.of(ServiceFlags.NO_DEPS));
    }

    @Override
    public int run(Invocation call) {
        Map<String, Integer> scale = ServiceFlags.scale(call.arguments().rest(), "scale specifier");
        if (scale.isEmpty()) {
            throw new UsageException("scale needs at least one SERVICE=NUM");
        }
        Project project = call.project(List.copyOf(scale.keySet()));
        try (Compose compose = call.connect(project.name())) {
            compose.scale(project, scale, call.arguments().is(ServiceFlags.NO_DEPS));
        }
        return 0;
    }
}
