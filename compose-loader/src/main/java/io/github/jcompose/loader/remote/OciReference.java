package io.github.jcompose.loader.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An artifact in a registry: {@code oci://[registry/]repository[:tag][@digest]}.
 *
 * @param registry host and port, as written; {@code docker.io} if none is
 * @param repository the path of the repository
 * @param tag the tag; {@code latest} if neither a tag nor a digest is given
 * @param digest the digest; null if none is given
 */
record OciReference(
        String registry,
        String repository,
        String tag,
        @Nullable String digest) {
    private static final String PREFIX = "oci://";
    private static final String DEFAULT_REGISTRY = "docker.io";
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";

    /** Compiled at the first reference. */
    private static final class Patterns {
        static final Pattern FORM = Pattern.compile("(" + PART + "(?:/" + PART + ")*)"
                + "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");
        static final Pattern REGISTRY =
                Pattern.compile("(?:\\[[0-9A-Fa-f:]+]|[A-Za-z0-9][A-Za-z0-9.-]*)(?::[0-9]{1,5})?");
    }

    /** {@return whether the text names an artifact} */
    static boolean accepts(String reference) {
        return reference.startsWith(PREFIX);
    }

    /**
     * {@return the reference}
     *
     * @throws RemoteException if it is none
     */
    static OciReference parse(String reference) {
        String text = reference.substring(PREFIX.length());
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = hasRegistry ? first : DEFAULT_REGISTRY;
        Matcher matcher = Patterns.FORM.matcher(hasRegistry ? text.substring(slash + 1) : text);
        if (!matcher.matches() || !Patterns.REGISTRY.matcher(registry).matches()) {
            throw new RemoteException("not a reference of a registry's artifact: '" + reference
                    + "'; expected oci://registry/repository:tag or …@sha256:digest");
        }
        String repository = matcher.group(1);
        boolean official = registry.equals(DEFAULT_REGISTRY) && !repository.contains("/");
        String tag = matcher.group(2);
        return new OciReference(
                registry,
                official ? "library/" + repository : repository,
                tag == null ? "latest" : tag,
                matcher.group(3));
    }

    /**
     * {@return what a name without a scheme stands for, as of an image}
     *
     * @throws RemoteException if it is none
     */
    static OciReference ofName(String name) {
        try {
            return parse(accepts(name) ? name : PREFIX + name);
        } catch (RemoteException e) {
            throw new RemoteException("not a name in a registry: '" + name + "'; expected registry/repository:tag", e);
        }
    }

    /** {@return the host and port that serves the registry} */
    String host() {
        return registry.equals(DEFAULT_REGISTRY) ? "registry-1.docker.io" : registry;
    }

    /** {@return what the manifest is asked for by} */
    String version() {
        return digest == null ? tag : digest;
    }

    /** {@return the registry and the repository, for messages} */
    String repositoryName() {
        return registry + "/" + repository;
    }
}
