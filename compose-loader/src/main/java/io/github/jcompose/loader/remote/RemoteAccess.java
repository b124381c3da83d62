package io.github.jcompose.loader.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Git repositories, through an installed {@code git}, and {@code oci://} artifacts of registries. What has been
 * fetched stays in a cache, by commit or digest.
 */
public final class RemoteAccess implements RemoteResources {
    private final GitTrees git;
    private final OciArtifacts oci;

    private RemoteAccess(Builder options) {
        Cache cache = new Cache(options.cache);
        git = new GitTrees(cache, new GitCommand(options.timeout, options.fileProtocol), options.fileProtocol);
        oci = new OciArtifacts(
                cache, new RegistryClient(options.credentials, options.insecureRegistries, options.timeout));
    }

    /**
     * {@return a builder}
     *
     * @param cache the folder to keep downloads in, made when it is first needed, for this user only; see
     *     {@link #cacheFolder}
     */
    public static Builder builder(Path cache) {
        return new Builder(cache);
    }

    /** {@return the usual cache: {@code jcompose} in {@code XDG_CACHE_HOME}, else in the home's {@code .cache}} */
    public static Path cacheFolder(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (cache.startsWith("/")) {
            return Path.of(cache, "jcompose");
        }
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home, ".cache", "jcompose");
    }

    @Override
    public boolean accepts(String reference) {
        return oci.accepts(reference) || git.accepts(reference);
    }

    @Override
    public RemoteFile fetch(String reference) {
        return oci.accepts(reference) ? oci.fetch(reference) : git.fetch(reference);
    }

    /** Collects what may be asked and how. */
    public static final class Builder {
        private final Path cache;
        private Function<String, Optional<Credentials>> credentials = registry -> Optional.empty();
        private Set<String> insecureRegistries = Set.of();
        private boolean fileProtocol;
        private Duration timeout = Duration.ofMinutes(5);

        private Builder(Path cache) {
            this.cache = cache.toAbsolutePath().normalize();
        }

        /**
         * Gives the logins of registries, asked for only when a registry wants one.
         *
         * @param lookup gets a registry as references spell it ({@code docker.io}, {@code host:5000})
         */
        public Builder credentials(Function<String, Optional<Credentials>> lookup) {
            credentials = lookup;
            return this;
        }

        /** Gives the registries ({@code host:5000}) that are talked to without TLS, besides those on this machine. */
        public Builder insecureRegistries(Set<String> registries) {
            insecureRegistries = Set.copyOf(registries);
            return this;
        }

        /** Accepts repositories on this machine as {@code file://} URLs when true. */
        public Builder fileProtocol(boolean allowed) {
            fileProtocol = allowed;
            return this;
        }

        /** Gives the longest time one command of git or one answer of a registry may take; five minutes by default. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** {@return the access} */
        public RemoteAccess build() {
            return new RemoteAccess(this);
        }
    }
}
