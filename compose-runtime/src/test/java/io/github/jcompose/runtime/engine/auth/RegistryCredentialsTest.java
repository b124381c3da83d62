package io.github.jcompose.runtime.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RegistryCredentialsTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new LinkedHashMap<>();

    @BeforeEach
    void setFolder() {
        environment.put("DOCKER_CONFIG", folder.toString());
        environment.put("PATH", folder + ":/usr/bin:/bin");
    }

    @Test
    void readsNameAndPasswordOfARegistry() throws IOException {
        config("{'auths':{'ghcr.io':{'auth':'" + base64("me:pa:ss") + "'}}}");
        assertThat(find("ghcr.io/acme/shop:1"))
                .isEqualTo("{\"username\":\"me\",\"password\":\"pa:ss\",\"serveraddress\":\"ghcr.io\"}");
        assertThat(RegistryCredentials.read(environment).header("quay.io/acme/shop"))
                .isEmpty();
    }

    @Test
    void knowsTheNamesOfDockerHub() throws IOException {
        config("{'auths':{'https://index.docker.io/v1/':{'auth':'" + base64("me:x") + "'}}}");
        assertThat(find("nginx")).contains("https://index.docker.io/v1/");
        assertThat(find("docker.io/acme/shop")).contains("https://index.docker.io/v1/");
    }

    @Test
    void findsWhatIsStoredWithSchemeAndPath() throws IOException {
        config("{'auths':{'https://reg.example:5000/v2/':{'identitytoken':'t0'}}}");
        assertThat(find("reg.example:5000/shop")).contains("\"identitytoken\":\"t0\"");
    }

    @Test
    void letsTheVariableWin() throws IOException {
        config("{'auths':{'ghcr.io':{'auth':'" + base64("file:x") + "'}}}");
        environment.put("DOCKER_AUTH_CONFIG", "{\"auths\":{\"ghcr.io\":{\"auth\":\"" + base64("variable:x") + "\"}}}");
        assertThat(find("ghcr.io/shop")).contains("\"username\":\"variable\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksTheHelpers() throws IOException {
        helper("all", "echo '{\"Username\":\"all\",\"Secret\":\"s\"}'");
        helper("one", "read server; echo \"{\\\"Username\\\":\\\"<token>\\\",\\\"Secret\\\":\\\"for $server\\\"}\"");
        config("{'credsStore':'all','credHelpers':{'ghcr.io':'one'}}");
        assertThat(find("ghcr.io/shop"))
                .contains("\"identitytoken\":\"for ghcr.io\"")
                .doesNotContain("username");
        assertThat(find("nginx")).contains("\"username\":\"all\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isAnonymousWhereTheHelperKnowsNothing() throws IOException {
        helper("all", "echo 'credentials not found in native keychain'; exit 1");
        config("{'credsStore':'all'}");
        assertThat(RegistryCredentials.read(environment).header("nginx")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsSecretsOutOfMessages() throws IOException {
        helper("all", "echo 's3cret'; exit 2");
        config("{'credsStore':'all'}");
        RegistryCredentials credentials = RegistryCredentials.read(environment);
        assertThatThrownBy(() -> credentials.header("nginx"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("docker-credential-all get")
                .hasMessageNotContaining("s3cret");
        config("{'credsStore':'none-such'}");
        assertThatThrownBy(() -> RegistryCredentials.read(environment).header("nginx"))
                .hasMessageContaining("it is not on the PATH");
        environment.put("DOCKER_AUTH_CONFIG", "{\"auths\": s3cret");
        assertThatThrownBy(() -> RegistryCredentials.read(environment))
                .hasMessage("DOCKER_AUTH_CONFIG is no valid JSON")
                .hasNoCause();
        assertThat(new Credential("ghcr.io", "me", "s3cret", "", "")).hasToString("credential for ghcr.io");
    }

    @Test
    void tellsABuildEverything() throws IOException {
        config("{'auths':{'a.example':{'auth':'" + base64("a:1") + "'},'b.example':{'auth':'" + base64("b:2") + "'}}}");
        assertThat(decoded(RegistryCredentials.read(environment).configHeader()))
                .contains("\"a.example\":{\"username\":\"a\"", "\"b.example\":{\"username\":\"b\"");
    }

    private String find(String image) {
        return decoded(RegistryCredentials.read(environment).header(image).orElseThrow());
    }

    private static String decoded(String header) {
        return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json.replace('\'', '"'));
    }

    private void helper(String name, String script) throws IOException {
        Path file = folder.resolve("docker-credential-" + name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
