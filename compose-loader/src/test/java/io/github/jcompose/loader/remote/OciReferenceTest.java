package io.github.jcompose.loader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciReferenceTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(textBlock = """
            oci://shop                       , docker.io           , registry-1.docker.io, library/shop, latest
            oci://acme/shop:v1               , docker.io           , registry-1.docker.io, acme/shop   , v1
            oci://docker.io/acme/shop        , docker.io           , registry-1.docker.io, acme/shop   , latest
            oci://ghcr.io/acme/shop:v1       , ghcr.io             , ghcr.io             , acme/shop   , v1
            oci://localhost/shop             , localhost           , localhost           , shop        , latest
            oci://127.0.0.1:5000/a/b/c:1.0   , 127.0.0.1:5000      , 127.0.0.1:5000      , a/b/c       , 1.0
            oci://[::1]:5000/a               , [::1]:5000          , [::1]:5000          , a           , latest
            """)
    void readsRegistryRepositoryAndTag(String text, String registry, String host, String repository, String tag) {
        OciReference reference = OciReference.parse(text);

        assertThat(reference.registry()).isEqualTo(registry);
        assertThat(reference.host()).isEqualTo(host);
        assertThat(reference.repository()).isEqualTo(repository);
        assertThat(reference.version()).isEqualTo(tag);
    }

    @Test
    void prefersTheDigestToTheTag() {
        assertThat(OciReference.parse("oci://h.org/a:v1@" + DIGEST).version()).isEqualTo(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oci://",
                "oci://A",
                "oci://h.org/a b",
                "oci://h.org/../a",
                "oci://h.org/a@sha256:12",
                "oci://u@h.org/a"
            })
    void refusesWhatNamesNoArtifact(String text) {
        assertThatThrownBy(() -> OciReference.parse(text))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Bearer realm="https://auth/token",service="reg",scope="repository:a:pull,push" | bearer | https://auth/token | repository:a:pull,push
            Basic realm=here | basic | here |
            BEARER  Realm = "x" | bearer | x |
            """)
    void readsWhatARegistryAsksFor(
            String header, String scheme, String realm, @org.jspecify.annotations.Nullable String scope) {
        Challenge challenge = Challenge.parse(header);

        assertThat(challenge.scheme()).isEqualTo(scheme);
        assertThat(challenge.parameters()).containsEntry("realm", realm);
        assertThat(challenge.parameters().get("scope")).isEqualTo(scope);
    }
}
