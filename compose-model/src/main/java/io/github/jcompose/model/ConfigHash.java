package io.github.jcompose.model;

import io.github.jcompose.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash by which a running container, network or volume is told from what the file says now. Equal to the
 * reference's bit for bit, so that either tool recognises the other's work.
 */
public final class ConfigHash {
    /** Attributes whose change needs no new container. */
    private static final List<String> NOT_HASHED = List.of("build", "pull_policy", "scale", "depends_on", "profiles");

    private ConfigHash() {}

    /** {@return the hash of a resolved and normalised service} */
    public static String of(Service service) {
        Map<String, @Nullable Object> tree = CanonicalTree.of(service, Form.JSON);
        tree.keySet().removeAll(NOT_HASHED);
        if (tree.get("deploy") instanceof Map<?, ?> deploy) {
            deploy.remove("replicas");
        }
        return sha256(Json.compact(tree));
    }

    /** {@return the hash of a network} */
    public static String of(Network network) {
        return sha256(Json.compact(CanonicalTree.of(network, Form.JSON)));
    }

    /** {@return the hash of a volume; no driver counts as {@code local}} */
    public static String of(Volume volume) {
        boolean unset = volume.driver() == null || volume.driver().isEmpty();
        Volume hashed = unset ? volume.toBuilder().driver("local").build() : volume;
        return sha256(Json.compact(CanonicalTree.of(hashed, Form.JSON)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
