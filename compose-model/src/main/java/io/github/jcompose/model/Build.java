package io.github.jcompose.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the image of a service is built; see the <a href="https://github.com/compose-spec/compose-spec/blob/main/build.md">Compose Specification</a>.
 *
 * @param extensions the {@code x-} keys, in plain Java values
 */
@RecordBuilder
public record Build(
        @Nullable String context,
        @Nullable String dockerfile,
        @Nullable String dockerfileInline,
        List<String> entitlements,
        Map<String, @Nullable String> args,
        @Nullable String provenance,
        @Nullable String sbom,
        List<SshKey> ssh,
        Map<String, String> labels,
        List<String> cacheFrom,
        List<String> cacheTo,
        boolean noCache,
        List<String> noCacheFilter,
        Map<String, String> additionalContexts,
        boolean pull,
        ExtraHosts extraHosts,
        @Nullable String isolation,
        @Nullable String network,
        @Nullable String target,
        List<FileReference> secrets,
        @Nullable ByteSize shmSize,
        List<String> tags,
        Map<String, Ulimit> ulimits,
        List<String> platforms,
        boolean privileged,
        Map<String, @Nullable Object> extensions) {
    public Build {
        entitlements = Copies.list(entitlements);
        args = Copies.map(args);
        ssh = Copies.list(ssh);
        labels = Copies.map(labels);
        cacheFrom = Copies.list(cacheFrom);
        cacheTo = Copies.list(cacheTo);
        noCacheFilter = Copies.list(noCacheFilter);
        additionalContexts = Copies.map(additionalContexts);
        extraHosts = extraHosts == null ? ExtraHosts.EMPTY : extraHosts;
        secrets = Copies.list(secrets);
        tags = Copies.list(tags);
        ulimits = Copies.map(ulimits);
        platforms = Copies.list(platforms);
        extensions = Copies.map(extensions);
    }

    /** {@return a builder without any attribute set} */
    public static BuildBuilder builder() {
        return BuildBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public BuildBuilder toBuilder() {
        return BuildBuilder.builder(this);
    }
}
