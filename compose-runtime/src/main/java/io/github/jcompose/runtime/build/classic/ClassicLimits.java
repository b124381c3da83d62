package io.github.jcompose.runtime.build.classic;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the classic builder cannot do. */
final class ClassicLimits {
    private ClassicLimits() {}

    /**
     * {@return what is done in another way than the file says}
     *
     * @param why why this builder is used
     * @throws ComposeException if the image would not be what the file says
     */
    static List<String> check(BuildTask task, String why) {
        Build build = task.build();
        List<String> missing = missing(build);
        if (!missing.isEmpty()) {
            throw new ComposeException(task.where() + ": " + String.join(", ", missing)
                    + (missing.size() == 1 ? " needs" : " need")
                    + " BuildKit, and " + why);
        }
        checkContext(task);
        return warnings(task.where(), build);
    }

    private static List<String> missing(Build build) {
        List<String> missing = new ArrayList<>();
        addIf(!build.additionalContexts().isEmpty(), "additional_contexts", missing);
        addIf(!build.ssh().isEmpty(), "ssh", missing);
        addIf(!build.secrets().isEmpty(), "secrets", missing);
        addIf(build.platforms().size() > 1, "more than one of platforms", missing);
        addIf(build.privileged(), "privileged", missing);
        addIf(!build.entitlements().isEmpty(), "entitlements", missing);
        return missing;
    }

    private static void addIf(boolean set, String attribute, List<String> attributes) {
        if (set) {
            attributes.add(attribute);
        }
    }

    private static void checkContext(BuildTask task) {
        String context = task.context();
        if (context.equals("-")) {
            throw new ComposeException(task.where() + ".context: cannot be read from standard input; name a folder");
        } else if (task.isRemote() && task.build().dockerfileInline() != null) {
            throw new ComposeException(task.where()
                    + ".dockerfile_inline: cannot go with the remote context " + context
                    + ", which the engine gets itself");
        } else if (!task.isRemote() && (context.contains("://") || context.startsWith("service:"))) {
            throw new ComposeException(task.where() + ".context: the classic builder cannot build from " + context
                    + "; expected a folder, a git repository or a http(s) address");
        }
    }

    private static List<String> warnings(String where, Build build) {
        List<String> warnings = new ArrayList<>();
        addIf(!build.cacheTo().isEmpty(), where + ".cache_to: the classic builder does not export its cache", warnings);
        addIf(
                isOn(build.provenance()),
                where + ".provenance: the classic builder does not attest how it built an image",
                warnings);
        addIf(isOn(build.sbom()), where + ".sbom: the classic builder does not list what is in an image", warnings);
        addIf(
                !build.noCacheFilter().isEmpty(),
                where + ".no_cache_filter: the classic builder knows no stages here; nothing is taken from the cache",
                warnings);
        for (String source : build.cacheFrom()) {
            addIf(
                    ClassicRequest.cachedImage(source).isEmpty(),
                    where + ".cache_from: the classic builder takes layers from images only, not from " + source,
                    warnings);
        }
        return warnings;
    }

    private static boolean isOn(@Nullable String attestation) {
        return attestation != null && !attestation.isEmpty() && !attestation.equals("false");
    }
}
