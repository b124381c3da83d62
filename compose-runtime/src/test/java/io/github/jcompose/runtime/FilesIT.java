package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import org.junit.jupiter.api.Test;

/** Configs and secrets in containers. */
class FilesIT extends Scenario {
    @Test
    void holdTheValueOfAVariable() {
        environment.put("TOKEN", "s3cret");
        up("""
            services: {web: {<<: *lone, secrets: [token]}}
            secrets: {token: {environment: TOKEN}}
            """);
        assertThat(run("web-1", "cat", "/run/secrets/token")).isEqualTo("s3cret");
        assertThat(run("web-1", "stat", "-c", "%a %u %g", "/run/secrets/token")).isEqualTo("444 0 0");
    }

    @Test
    void holdTheContentOfTheFileWithItsVariables() {
        environment.put("PORT", "80");
        up("""
            services: {web: {<<: *lone, configs: [{source: c, target: /etc/app/c.conf}]}}
            configs: {c: {content: "listen ${PORT}\\n"}}
            """);
        assertThat(run("web-1", "cat", "/etc/app/c.conf")).isEqualTo("listen 80");
    }

    @Test
    void haveTheOwnerAndModeAskedFor() {
        environment.put("TOKEN", "s3cret");
        up("""
            services: {web: {<<: *lone, secrets: [{source: token, target: t, uid: "1000", gid: "100", mode: 0400}]}}
            secrets: {token: {environment: TOKEN}}
            """);
        assertThat(run("web-1", "stat", "-c", "%a %u %g", "/run/secrets/t")).isEqualTo("400 1000 100");
    }

    @Test
    void mayBeEmpty() {
        up("""
            services: {web: {<<: *lone, configs: [c]}}
            configs: {c: {content: ""}}
            """);
        assertThat(run("web-1", "stat", "-c", "%s", "/c")).isEqualTo("0");
    }

    @Test
    void areThereAgainAfterARestart() {
        String yaml = """
                services: {web: {<<: *lone, configs: [c]}}
                configs: {c: {content: "one"}}
                """;
        var project = up(yaml);
        run("web-1", "rm", "/c");
        compose.stop(project, StopOptions.defaults());
        compose.start(project, StartOptions.defaults());
        assertThat(run("web-1", "cat", "/c")).isEqualTo("one");
    }

    @Test
    void areThereWhenTheFirstStartIsARestart() {
        var project = load("""
                services: {web: {<<: *lone, configs: [c]}}
                configs: {c: {content: "one"}}
                """);
        compose.create(project, UpOptions.defaults());
        compose.restart(project, RestartOptions.defaults());
        assertThat(run("web-1", "cat", "/c")).isEqualTo("one");
    }

    @Test
    void cannotBePutIntoAReadOnlyContainer() {
        assertThatThrownBy(() -> up("""
                services: {web: {<<: *lone, read_only: true, configs: [c]}}
                configs: {c: {content: "one"}}
                """)).isInstanceOf(ComposeException.class).hasMessageContaining("read-only");
    }

    @Test
    void giveTheEnginesSocketWithTheCredentials() {
        up("services: {web: {<<: *lone, use_api_socket: true}}");
        assertThat(run("web-1", "cat", "/run/secrets/docker/config.json")).startsWith("{\"auths\":");
        assertThat(run("web-1", "sh", "-c", "test -S /var/run/docker.sock && echo yes"))
                .isEqualTo("yes");
        String before = id("web-1");
        up("services: {web: {<<: *lone, use_api_socket: true}}");
        assertThat(id("web-1")).isEqualTo(before);
    }
}
