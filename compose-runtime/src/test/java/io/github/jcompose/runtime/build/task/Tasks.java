package io.github.jcompose.runtime.build.task;

import io.github.jcompose.model.Build;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Tasks for tests. */
public final class Tasks {
    private Tasks() {}

    /** {@return the task to build shop-web for the service web} */
    public static BuildTask of(Build build, Path folder) {
        return of(build, folder, Map.of());
    }

    /** {@return the same, in an environment} */
    public static BuildTask of(Build build, Path folder, Map<String, String> environment) {
        Map<String, String> args = new TreeMap<>();
        build.args().forEach((name, value) -> args.put(name, String.valueOf(value)));
        String platform = build.platforms().isEmpty() ? null : build.platforms().get(0);
        return new BuildTask(
                "web",
                "shop-web",
                build,
                platform,
                args,
                build.labels(),
                folder,
                build.additionalContexts(),
                Map.of(),
                environment,
                0);
    }
}
