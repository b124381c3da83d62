package io.github.jcompose.runtime.build.task;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.Secret;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One image to build.
 *
 * @param service the first service that uses it
 * @param image its name
 * @param build the service's {@code build}, with what the user asked for beyond it
 * @param platform such as {@code linux/arm64}; null for the engine's own
 * @param args build arguments, all with values
 * @param labels the user's and those that identify the project
 * @param folder what a relative path is relative to
 * @param contexts the additional contexts; those that are other services by the names of their images
 * @param secrets what the build may mount, by id
 * @param environment the variables of the project
 * @param memory the limit for the classic builder's steps, in bytes; 0 for none
 */
public record BuildTask(
        String service,
        String image,
        Build build,
        @Nullable String platform,
        Map<String, String> args,
        Map<String, String> labels,
        Path folder,
        Map<String, String> contexts,
        Map<String, Secret> secrets,
        Map<String, String> environment,
        long memory) {

    /** What an additional context begins with that is an image. */
    public static final String IMAGE = "docker-image://";

    private static final List<String> REMOTE =
            List.of("https://", "http://", "git://", "github.com/", "git@", "ssh://");

    /** {@return what is built, for messages} */
    public String where() {
        return "services." + service + ".build";
    }

    /** {@return the folder or address to build from} */
    public String context() {
        String context = build.context();
        return context == null || context.isEmpty() ? "." : context;
    }

    /** {@return whether the engine gets the context itself} */
    public boolean isRemote() {
        return isRemote(context());
    }

    /** {@return whether the engine gets that context itself} */
    public static boolean isRemote(String context) {
        return REMOTE.stream().anyMatch(context::startsWith);
    }

    /** {@return all names that the image gets, its own first} */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(image));
        names.addAll(build.tags());
        return names;
    }

    /** {@return whether the other task makes the same image} */
    public boolean isSameAs(BuildTask other) {
        return build.equals(other.build)
                && args.equals(other.args)
                && String.valueOf(platform).equals(other.platform + "");
    }

    /** {@return the fields of an entry of {@code cache_from} or {@code cache_to}; a mere image has type registry} */
    public static Map<String, String> cacheFields(String entry) {
        Map<String, String> fields = new TreeMap<>();
        if (!entry.contains("=")) {
            fields.put("type", "registry");
            fields.put("ref", entry);
            return fields;
        }
        for (String field : entry.split(",")) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0].strip(), pair.length == 2 ? pair[1] : "");
        }
        return fields;
    }
}
