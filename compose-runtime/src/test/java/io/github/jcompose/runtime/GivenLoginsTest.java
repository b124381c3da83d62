package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.engine.auth.RegistryCredentials;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenLoginsTest {
    private static final String VARIABLE = "DOCKER_AUTH_CONFIG";
    private static final Map<String, RegistryLogin> LOGINS =
            Map.of("ghcr.io", new RegistryLogin("me", "s3cret"), "docker.io", new RegistryLogin("hub", "t0ken"));

    @Test
    void areUsedBeforeAllOthersAndLeaveTheOthersAlone() {
        // {"auths": …}: old:old at both registries
        String before = "{\"auths\":{\"ghcr.io\":{\"auth\":\"b2xkOm9sZA==\"},\"quay.io\":{\"auth\":\"b2xkOm9sZA==\"}}}";

        RegistryCredentials credentials =
                RegistryCredentials.read(GivenLogins.in(Map.of(VARIABLE, before, "DOCKER_CONFIG", "/nowhere"), LOGINS));

        assertThat(credentials.find("ghcr.io")).map(Credential::password).contains("s3cret");
        assertThat(credentials.find("docker.io")).map(Credential::username).contains("hub");
        assertThat(credentials.find("quay.io")).map(Credential::password).contains("old");
        assertThat(credentials.find("example.com")).isEmpty();
    }

    @Test
    void changeNothingWhereThereAreNone() {
        Map<String, String> environment = Map.of("A", "1");

        assertThat(GivenLogins.in(environment, Map.of())).isSameAs(environment);
    }

    @Test
    void areNotToldByTextsOrErrors() {
        assertThat(ConnectOptions.builder()
                        .environment(Map.of())
                        .logins(LOGINS)
                        .build()
                        .toString())
                .contains("ghcr.io", "me")
                .doesNotContain("s3cret", "t0ken");
        assertThatThrownBy(() -> GivenLogins.in(Map.of(VARIABLE, "{s3cret"), LOGINS))
                .isInstanceOf(ComposeException.class)
                .hasMessage("DOCKER_AUTH_CONFIG is no valid JSON")
                .hasNoCause();
    }
}
