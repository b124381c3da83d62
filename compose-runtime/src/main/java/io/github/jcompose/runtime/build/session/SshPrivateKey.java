package io.github.jcompose.runtime.build.session;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A key of the user, as {@code ssh-keygen} writes it: Ed25519, RSA or ECDSA, without a passphrase. */
public final class SshPrivateKey {
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final String MAGIC = "openssh-key-v1\0";
    private static final String ED25519 = "ssh-ed25519";
    private static final String RSA = "ssh-rsa";
    private static final String ECDSA = "ecdsa-sha2-";
    private static final int SHA_256 = 2;
    private static final int SHA_512 = 4;

    private final String type;
    private final byte[] publicKey;
    private final PrivateKey key;
    private final String comment;

    private SshPrivateKey(String type, byte[] publicKey, PrivateKey key, String comment) {
        this.type = type;
        this.publicKey = publicKey;
        this.key = key;
        this.comment = comment;
    }

    /**
     * {@return the key in the file}
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no such key; the message says what it is
     */
    public static SshPrivateKey read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    /**
     * {@return the key in the text}
     *
     * @throws IllegalArgumentException if it is no such key; the message says what it is
     */
    static SshPrivateKey parse(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    text.contains("PRIVATE KEY-----")
                            ? "is a key in an old format; ssh-keygen -p -f FILE writes it in the one of OpenSSH"
                            : "is no private key");
        }
        try {
            String body = text.substring(begin + BEGIN.length(), end);
            return parse(ByteBuffer.wrap(Base64.getMimeDecoder().decode(body)));
        } catch (BufferUnderflowException | GeneralSecurityException e) {
            // Without the cause: nothing of the key may get into a log.
            throw new IllegalArgumentException("is a damaged private key");
        }
    }

    private static SshPrivateKey parse(ByteBuffer in) throws GeneralSecurityException {
        byte[] magic = new byte[MAGIC.length()];
        in.get(magic);
        if (!MAGIC.equals(new String(magic, StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("is no private key of OpenSSH");
        }
        String cipher = SshData.text(in);
        if (!cipher.equals("none")) {
            throw new IllegalArgumentException(
                    "is a key with a passphrase; add it to an SSH agent (ssh-add) and use the agent");
        }
        SshData.string(in);
        SshData.string(in);
        if (in.getInt() != 1) {
            throw new IllegalArgumentException("holds more than one key");
        }
        byte[] publicKey = SshData.string(in);
        ByteBuffer secret = ByteBuffer.wrap(SshData.string(in));
        secret.getLong();
        String type = SshData.text(secret);
        PrivateKey key = switch (type) {
            case ED25519 -> ed25519(secret);
            case RSA -> rsa(secret);
            default -> ecdsa(type, secret);
        };
        return new SshPrivateKey(type, publicKey, key, SshData.text(secret));
    }

    private static PrivateKey ed25519(ByteBuffer secret) throws GeneralSecurityException {
        SshData.string(secret);
        byte[] seed = Arrays.copyOf(SshData.string(secret), 32);
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    private static PrivateKey rsa(ByteBuffer secret) throws GeneralSecurityException {
        BigInteger modulus = SshData.integer(secret);
        SshData.integer(secret);
        BigInteger exponent = SshData.integer(secret);
        for (int i = 0; i < 3; i++) {
            SshData.integer(secret);
        }
        return KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(modulus, exponent));
    }

    private static PrivateKey ecdsa(String type, ByteBuffer secret) throws GeneralSecurityException {
        if (!type.startsWith(ECDSA)) {
            throw new IllegalArgumentException("is a key of type " + type + "; expected Ed25519, RSA or ECDSA");
        }
        String curve = SshData.text(secret).replace("nistp", "secp") + "r1";
        SshData.string(secret);
        BigInteger number = SshData.integer(secret);
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(number, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    String comment() {
        return comment;
    }

    /**
     * {@return a signature with the name of its kind}
     *
     * @param flags which hash an RSA key is to use (RFC 8332)
     */
    byte[] sign(byte[] data, int flags) throws GeneralSecurityException {
        if (type.equals(RSA)) {
            boolean sha512 = (flags & SHA_512) != 0;
            boolean sha256 = (flags & SHA_256) != 0;
            String kind = sha512 ? "rsa-sha2-512" : sha256 ? "rsa-sha2-256" : RSA;
            String algorithm = sha512 ? "SHA512withRSA" : sha256 ? "SHA256withRSA" : "SHA1withRSA";
            return SshData.join(SshData.bytes(kind), sign(algorithm, data));
        } else if (type.equals(ED25519)) {
            return SshData.join(SshData.bytes(type), sign("Ed25519", data));
        }
        String hash = type.endsWith("521") ? "SHA512" : type.endsWith("384") ? "SHA384" : "SHA256";
        byte[] both = sign(hash + "withECDSAinP1363Format", data);
        BigInteger r = new BigInteger(1, Arrays.copyOf(both, both.length / 2));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(both, both.length / 2, both.length));
        return SshData.join(SshData.bytes(type), SshData.join(r.toByteArray(), s.toByteArray()));
    }

    private byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }
}
