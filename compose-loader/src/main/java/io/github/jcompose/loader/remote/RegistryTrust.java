package io.github.jcompose.loader.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust besides the authorities that everyone trusts: for the registry {@code host:port} those in the files
 * {@code *.crt} of the folder of that name, as the engine has it in {@code /etc/docker/certs.d}.
 */
final class RegistryTrust {
    private final List<Path> folders;

    /**
     * @param folders that have a folder for each registry; the first that has one counts
     */
    RegistryTrust(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** {@return whether there are certificates for the registry, so that it speaks TLS} */
    boolean knows(String registry) {
        return folder(registry) != null;
    }

    private @Nullable Path folder(String registry) {
        for (Path folder : folders) {
            Path own = folder.resolve(registry.replace("[", "").replace("]", ""));
            if (Files.isDirectory(own)) {
                return own;
            }
        }
        return null;
    }

    /**
     * {@return what trusts the authorities of the registry, too; null if it has none of its own}
     *
     * @throws RemoteException if its certificates cannot be read
     */
    @Nullable
    SSLContext context(String registry) {
        Path folder = folder(registry);
        if (folder == null) {
            return null;
        }
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (X509Certificate usual : usual()) {
                store.setCertificateEntry("usual-" + count++, usual);
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crt")) {
                for (Path file : files) {
                    for (Certificate own : certificates(file)) {
                        store.setCertificateEntry("own-" + count++, own);
                    }
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new RemoteException("cannot read the certificates of " + registry + " in " + folder + ": " + e, e);
        }
    }

    private static List<X509Certificate> usual() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static List<? extends Certificate> certificates(Path file) throws GeneralSecurityException, IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(input));
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(file + ": " + e.getMessage(), e);
        }
    }
}
