package io.github.jcompose.loader.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Git repositories, through an installed {@code git}, and {@code oci://} artifacts of registries. What has been
 * fetched stays in a cache, by commit or digest.
 */
public final class RemoteAccess implements RemoteResources {
    private final Builder options;
    // Made for the first remote file: most loads have none.
    private @Nullable GitTrees git;
    private @Nullable RegistryClient registries;

    private RemoteAccess(Builder options) {
        this.options = new Builder(options);
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
        return OciReference.accepts(reference) || GitReference.accepts(reference, options.fileProtocol);
    }

    @Override
    public RemoteFile fetch(String reference) {
        return OciReference.accepts(reference) ? oci().fetch(reference) : git().fetch(reference);
    }

    private synchronized GitTrees git() {
        GitTrees made = git;
        if (made == null) {
            GitCommand command = new GitCommand(options.timeout, options.fileProtocol);
            made = new GitTrees(new Cache(options.cache), command, options.fileProtocol);
            git = made;
        }
        return made;
    }

    private OciArtifacts oci() {
        return new OciArtifacts(new Cache(options.cache), registries());
    }

    private synchronized RegistryClient registries() {
        RegistryClient made = registries;
        if (made == null) {
            made = new RegistryClient(
                    options.credentials,
                    options.insecureRegistries,
                    new RegistryTrust(options.certificates),
                    options.timeout);
            registries = made;
        }
        return made;
    }

    /**
     * Puts an application into a registry.
     *
     * @param name {@code [registry/]repository[:tag]}
     * @param files the compose files in their order, and what they name, as {@code ComposeLoader.publication()} has them
     * @return the reference with the digest, {@code oci://registry/repository@sha256:…}
     * @throws RemoteException if the name is none, or the registry does not take it
     */
    public String publish(String name, List<ArtifactFile> files, PublishFormat format) {
        return new OciPublisher(registries()).publish(name, files, format);
    }

    /**
     * {@return the name with registry and tag, as messages should tell it}
     *
     * @throws RemoteException if it is none that can be published under
     */
    public static String checkedName(String name) {
        OciReference reference = OciReference.ofName(name);
        if (reference.digest() != null) {
            throw new RemoteException("cannot publish as '" + name
                    + "': the digest is known only then; expected registry/repository:tag");
        }
        return reference.repositoryName() + ":" + reference.tag();
    }

    /** Collects what may be asked and how. */
    public static final class Builder {
        private final Path cache;
        private Function<String, Optional<Credentials>> credentials = registry -> Optional.empty();
        private Set<String> insecureRegistries = Set.of();
        private List<Path> certificates = List.of(Path.of("/etc/docker/certs.d"));
        private boolean fileProtocol;
        private Duration timeout = Duration.ofMinutes(5);

        private Builder(Path cache) {
            this.cache = cache.toAbsolutePath().normalize();
        }

        private Builder(Builder other) {
            cache = other.cache;
            credentials = other.credentials;
            insecureRegistries = other.insecureRegistries;
            certificates = other.certificates;
            fileProtocol = other.fileProtocol;
            timeout = other.timeout;
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

        /**
         * Gives the folders that have, for a registry {@code host:port}, a folder of that name with the authorities
         * {@code *.crt} to trust besides the usual ones; the first that has one counts, {@code /etc/docker/certs.d} by
         * default.
         */
        public Builder certificates(List<Path> folders) {
            certificates = List.copyOf(folders);
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
