package io.github.jcompose.runtime.build;

import io.github.jcompose.model.Build;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One image to build.
 *
 * @param service the first service that uses it
 * @param image its name
 * @param build the service's {@code build}
 * @param platform such as {@code linux/arm64}; null for the engine's own
 * @param args build arguments, all with values
 * @param labels the user's and those that identify the project
 * @param folder what a relative context is relative to
 */
record BuildTask(
        String service,
        String image,
        Build build,
        @Nullable String platform,
        Map<String, String> args,
        Map<String, String> labels,
        Path folder,
        boolean noCache,
        boolean pull) {

    private static final List<String> REMOTE =
            List.of("https://", "http://", "git://", "github.com/", "git@", "ssh://");

    /** {@return what is built, for messages} */
    String where() {
        return "services." + service + ".build";
    }

    String context() {
        String context = build.context();
        return context == null || context.isEmpty() ? "." : context;
    }

    /** {@return whether the engine gets the context itself} */
    boolean isRemote() {
        return REMOTE.stream().anyMatch(context()::startsWith);
    }

    /** {@return whether the other task makes the same image} */
    boolean isSameAs(BuildTask other) {
        return build.equals(other.build)
                && args.equals(other.args)
                && String.valueOf(platform).equals(other.platform + "");
    }
}
