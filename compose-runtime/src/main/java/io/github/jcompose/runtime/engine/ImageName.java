package io.github.jcompose.runtime.engine;

import java.util.Locale;

/**
 * A reference to an image, with what a user may leave out.
 *
 * @param registry the host and port, {@code docker.io} for Docker Hub
 * @param path such as {@code library/nginx}
 * @param tag such as {@code latest}; empty if there is none
 * @param digest such as {@code sha256:…}; empty if there is none
 */
public record ImageName(String registry, String path, String tag, String digest) {
    private static final String HUB = "docker.io";
    private static final String OFFICIAL = "library/";

    /**
     * {@return the reference that the text means}; without tag and digest it has the tag {@code latest}
     *
     * @param text such as {@code nginx}, {@code nginx:1.27} or {@code ghcr.io/acme/shop@sha256:…}
     */
    public static ImageName parse(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : named.substring(colon + 1);
        String name = colon < 0 ? named : named.substring(0, colon);
        if (tag.isEmpty() && digest.isEmpty()) {
            tag = "latest";
        }
        int slash = name.indexOf('/');
        if (slash > 0 && isRegistry(name.substring(0, slash))) {
            String registry = name.substring(0, slash);
            String path = name.substring(slash + 1);
            return registry.equals(HUB) || registry.equals("index.docker.io")
                    ? new ImageName(HUB, official(path), tag, digest)
                    : new ImageName(registry, path, tag, digest);
        }
        return new ImageName(HUB, official(name), tag, digest);
    }

    private static boolean isRegistry(String part) {
        return part.contains(".")
                || part.contains(":")
                || part.equals("localhost")
                || !part.equals(part.toLowerCase(Locale.ROOT));
    }

    private static String official(String path) {
        return path.contains("/") ? path : OFFICIAL + path;
    }

    /** {@return the name as the engine's lists have it, without tag and digest, such as {@code nginx}} */
    public String shortName() {
        if (!registry.equals(HUB)) {
            return registry + "/" + path;
        }
        return path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
    }

    /** {@return the name with its registry, without tag and digest, such as {@code docker.io/library/nginx}} */
    public String repository() {
        return registry + "/" + path;
    }

    /** {@return the digest if there is one, else the tag} */
    public String version() {
        return digest.isEmpty() ? tag : digest;
    }

    /** {@return the reference with everything that was left out} */
    @Override
    public String toString() {
        return repository() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
