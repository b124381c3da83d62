package io.github.jcompose.runtime.engine.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys from PEM files (RFC 7468). */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (RSA |EC |ENCRYPTED |)PRIVATE KEY-----([^-]*)-----END \\1PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    /** {@return the certificates of the file, in its order} */
    static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream input = Files.newInputStream(file)) {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(input).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("no certificate in " + file.getFileName());
            }
            return certificates;
        }
    }

    /** {@return the first private key of the file: PKCS #8, or what openssl wrote before it (PKCS #1, SEC 1)} */
    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        Matcher key = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!key.find()) {
            throw new GeneralSecurityException("no private key in " + file.getFileName());
        }
        String kind = key.group(1).strip();
        if (kind.equals("ENCRYPTED") || key.group(2).contains("ENCRYPTED")) {
            throw new GeneralSecurityException("the private key in " + file.getFileName() + " has a password");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(key.group(2));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the private key in " + file.getFileName() + " is damaged", e);
        }
        return decode(
                switch (kind) {
                    case "RSA" -> Pkcs8.ofRsa(der);
                    case "EC" -> Pkcs8.ofEc(der);
                    default -> der;
                },
                file);
    }

    private static PrivateKey decode(byte[] pkcs8, Path file) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
            }
        }
        throw new GeneralSecurityException(
                "the private key in " + file.getFileName() + " is neither RSA nor EC nor Ed25519");
    }
}
