package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.host.DockerConfig;
import io.github.jcompose.runtime.engine.host.TlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to speak TLS with an engine over TCP.
 *
 * @param ca the file with the certificates to trust; null for {@code ca.pem} in the usual folder
 * @param certificate the file with the certificate to show; null for {@code cert.pem} in the usual folder
 * @param key the file with the key of that certificate; null for {@code key.pem} in the usual folder
 * @param verify whether the engine has to show a certificate that is trusted and for its host
 */
public record TlsOptions(
        @Nullable Path ca,
        @Nullable Path certificate,
        @Nullable Path key,
        boolean verify) {

    /** {@return the files; the usual folder is {@code DOCKER_CERT_PATH}, else that of the docker settings} */
    TlsFiles files(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_CERT_PATH", "");
        Path folder = named.isEmpty() ? DockerConfig.read(environment).folder() : Path.of(named);
        TlsFiles usual = TlsFiles.in(folder, verify);
        return new TlsFiles(
                named("CA certificate", ca, usual.ca()),
                named("certificate", certificate, usual.certificate()),
                named("key", key, usual.key()),
                verify);
    }

    /** One of the usual files may be missing; one that was asked for may not. */
    private static Path named(String what, @Nullable Path asked, Path usual) {
        if (asked == null) {
            return usual;
        } else if (!Files.isReadable(asked)) {
            throw new ComposeException("cannot read the TLS " + what + " file " + asked);
        }
        return asked;
    }
}
