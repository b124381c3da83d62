package io.github.jcompose.model;

import io.github.jcompose.model.digest.Sha256;
import io.github.jcompose.model.json.Json;
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
        return Sha256.hex(Json.compact(tree));
    }

    /** {@return the hash of a network} */
    public static String of(Network network) {
        return Sha256.hex(Json.compact(CanonicalTree.of(network, Form.JSON)));
    }

    /** {@return the hash of a volume; no driver counts as {@code local}} */
    public static String of(Volume volume) {
        boolean unset = volume.driver() == null || volume.driver().isEmpty();
        Volume hashed = unset ? volume.toBuilder().driver("local").build() : volume;
        return Sha256.hex(Json.compact(CanonicalTree.of(hashed, Form.JSON)));
    }
}
