package io.github.jcompose.loader.remote;

import io.github.jcompose.model.digest.Sha256;

/** Digests as registries name content by them. */
final class ContentDigest {
    private ContentDigest() {}

    /** {@return the digest, with {@code sha256:}} */
    static String of(byte[] bytes) {
        return "sha256:" + Sha256.hex(bytes);
    }
}
