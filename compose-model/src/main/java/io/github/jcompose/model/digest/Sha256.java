package io.github.jcompose.model.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which hashes, registries and labels tell contents apart. */
public final class Sha256 {
    private Sha256() {}

    /** {@return the digest of the text in UTF-8, as 64 hexadecimal digits} */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the digest, as 64 hexadecimal digits} */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(begun().digest(bytes));
    }

    /** {@return a digest of what is yet to come} */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
