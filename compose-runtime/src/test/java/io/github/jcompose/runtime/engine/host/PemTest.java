package io.github.jcompose.runtime.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {
    @TempDir
    private Path folder;

    @Test
    void readsOldAndNewFormsOfAKeyAlike() throws Exception {
        assertThat(Pem.privateKey(file("rsa.pem"))).isEqualTo(Pem.privateKey(file("rsa-pkcs8.pem")));
        ECPrivateKey old = (ECPrivateKey) Pem.privateKey(file("ec.pem"));
        ECPrivateKey current = (ECPrivateKey) Pem.privateKey(file("key.pem"));
        assertThat(old.getS()).isEqualTo(current.getS());
        assertThat(old.getParams().getOrder()).isEqualTo(current.getParams().getOrder());
        assertThat(Pem.privateKey(file("ed25519.pem")).getAlgorithm()).isEqualTo("EdDSA");
    }

    @Test
    void readsCertificates() throws Exception {
        assertThat(Pem.certificates(file("ca.pem")))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.getSubjectX500Principal().getName()).isEqualTo("CN=jcompose-test-ca"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path damaged = Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Pem.privateKey(file("encrypted.pem")))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the private key in encrypted.pem has a password");
        assertThatThrownBy(() -> Pem.privateKey(file("ca.pem"))).hasMessage("no private key in ca.pem");
        assertThatThrownBy(() -> Pem.privateKey(damaged)).hasMessageContaining("neither RSA nor EC nor Ed25519");
        assertThatThrownBy(() -> Pem.certificates(Files.writeString(folder.resolve("ca.pem"), "")))
                .hasMessage("no certificate in ca.pem");
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(PemTest.class.getResource("tls/" + name)).toURI());
    }
}
