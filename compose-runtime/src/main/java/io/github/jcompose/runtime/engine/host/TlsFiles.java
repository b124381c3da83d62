package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and what to show when speaking TLS. A file that does not exist counts as not given.
 *
 * @param ca the certificates to trust
 * @param certificate what to show to the engine
 * @param key the key of that certificate
 * @param verify whether the engine has to show a certificate that is trusted and for its host
 */
public record TlsFiles(Path ca, Path certificate, Path key, boolean verify) {
    /** {@return the files under their usual names in the folder} */
    public static TlsFiles in(Path folder, boolean verify) {
        return new TlsFiles(folder.resolve("ca.pem"), folder.resolve("cert.pem"), folder.resolve("key.pem"), verify);
    }

    /** {@return whether any of the files is there} */
    boolean exist() {
        return Files.exists(ca) || Files.exists(certificate) || Files.exists(key);
    }

    /**
     * {@return whom to trust and what to show}
     *
     * @throws ComposeException if a file cannot be read
     */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            // The text of a key never gets into these messages.
            throw new ComposeException(
                    "cannot use the TLS files " + ca + ", " + certificate + " and " + key + ": " + e.getMessage(), e);
        }
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (!Files.exists(certificate) || !Files.exists(key)) {
            return null;
        }
        List<X509Certificate> chain = Pem.certificates(certificate);
        PrivateKey own = Pem.privateKey(key);
        KeyStore store = empty();
        char[] password = new char[0];
        store.setKeyEntry("client", own, password, chain.toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
        if (!verify) {
            return new TrustManager[] {new TrustAnyone()};
        } else if (!Files.exists(ca)) {
            return null;
        }
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate trusted : Pem.certificates(ca)) {
            store.setCertificateEntry("ca-" + number++, trusted);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
