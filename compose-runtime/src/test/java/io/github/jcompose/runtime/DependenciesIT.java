package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is waited for, and what is said when it does not come. */
class DependenciesIT extends Scenario {
    private static final String SHELL = "image: 'busybox:1.36', network_mode: none, stop_grace_period: 0s, command: ";

    @Test
    void areHealthyBeforeWhatDependsOnThemStarts() {
        up("""
            services:
              web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
              db: {<<: *lone, healthcheck: {test: [CMD, "true"], interval: 200ms}}
            """);
        assertThat(container("db-1").state().health().status().word()).isEqualTo("healthy");
        assertThat(container("web-1").state().startedAt().orElseThrow())
                .isAfter(container("db-1").state().startedAt().orElseThrow());
    }

    @Test
    void haveEndedWellBeforeWhatDependsOnThemStarts() {
        up("services:\n  web: {<<: *lone, depends_on: {job: {condition: service_completed_successfully}}}\n  job: {"
                + SHELL + "[sh, -c, 'sleep 0.3']}");
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void thatAreUnhealthyAreNamedWithTheirLastProbe() {
        assertThatThrownBy(() -> up("""
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
                  db: {<<: *lone, healthcheck: {test: "echo no answer; exit 1", interval: 100ms, retries: 1}}
                """))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("container " + name + "-db-1 is unhealthy")
                .hasMessageContaining("last healthcheck: no answer");
        assertThat(running()).containsExactly("db-1");
    }

    @Test
    void thatHaveNoHealthcheckCannotBeHealthy() {
        assertThatThrownBy(() -> up("""
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
                  db: {<<: *lone}
                """))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("has no healthcheck configured");
    }

    @Test
    void thatEndWhileTheyAreWaitedForAreNamedWithTheirLastLines() {
        assertThatThrownBy(() -> up("services:\n  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}\n"
                        + "  db: {healthcheck: {test: [CMD, 'false'], interval: 10s}, " + SHELL
                        + "[sh, -c, 'echo disk full; exit 5']}"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("exited (5)")
                .hasMessageContaining("disk full");
    }

    @Test
    void thatAreOptionalMayFail() {
        up("services:\n  web: {<<: *lone, depends_on: {job: {condition: service_completed_successfully,"
                + " required: false}}}\n  job: {" + SHELL + "['false']}");
        assertThat(running()).containsExactly("web-1");
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("optional dependency \"job\""));
    }

    @Test
    void ofADisabledProfileAreNotWaitedForIfOptional() {
        up("""
            services:
              web: {<<: *lone, depends_on: {db: {condition: service_healthy, required: false}}}
              db: {<<: *lone, profiles: [more]}
            """);
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void areNotWaitedForByASiblingThatDoesNotNeedThem() {
        assertThatThrownBy(() -> up("services:\n  web: {<<: *lone, depends_on: {job: {condition:"
                        + " service_completed_successfully}}}\n  other: {<<: *lone}\n  job: {" + SHELL + "['false']}"))
                .isInstanceOf(ComposeException.class);
        assertThat(running()).containsExactly("other-1");
    }

    @Test
    void makeAWaitEndWhenAllAreHealthy() {
        up(
                """
            services:
              web: {<<: *lone, healthcheck: {test: [CMD, "test", "-e", "/ready"], interval: 100ms, retries: 100}}
              db: {<<: *lone, post_start: [{command: [touch, /ready]}],
                healthcheck: {test: [CMD, "test", "-e", "/ready"], interval: 100ms}}
            """.replace("web: {<<: *lone,", "web: {<<: *lone, post_start: [{command: [touch, /ready]}],"),
                o -> o.awaitHealthy(true).awaitTimeout(Duration.ofSeconds(60)));
        assertThat(container("web-1").state().health().status().word()).isEqualTo("healthy");
        assertThat(container("db-1").state().health().status().word()).isEqualTo("healthy");
    }

    @Test
    void letAWaitTimeOut() {
        assertThatThrownBy(() -> up("""
                services:
                  web: {<<: *lone, healthcheck: {test: [CMD, "false"], interval: 100ms, retries: 1000}}
                """, o -> o.awaitHealthy(true).awaitTimeout(Duration.ofSeconds(1))))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("application not healthy after 1s");
    }

    @Test
    void letAWaitFailWhenAContainerFails() {
        assertThatThrownBy(() -> up(
                        "services:\n  web: {" + SHELL + "[sh, -c, 'exit 9']}",
                        o -> o.awaitHealthy(true).awaitTimeout(Duration.ofSeconds(60))))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("exited (9)");
    }

    @Test
    void letAWaitFailWhenAContainerRunsForAMomentOnly() {
        assertThatThrownBy(() -> up(
                        "services:\n  web: {" + SHELL + "[sh, -c, 'sleep 0.2; exit 9']}",
                        o -> o.awaitHealthy(true).awaitTimeout(Duration.ofSeconds(60))))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("exited (9)");
    }

    @Test
    void thatAreScaledToNothingAreNotWaitedFor() {
        up("""
            services:
              web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
              db: {<<: *lone, scale: 0, healthcheck: {test: [CMD, "true"]}}
            """);
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void areToldInAPlan() {
        var plan = compose.plan(load("""
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_healthy}}}
                  db: {<<: *lone, healthcheck: {test: [CMD, "true"]}}
                """), UpOptions.defaults());
        assertThat(plan.toTree()).contains("  wait for service_healthy: web depends on it");
        assertThat(plan.toString().lines().toList())
                .isEqualTo(List.of(
                        "[] -> #1 service:db:1, CreateContainer, not found",
                        "[1] -> #2 service:web:1, CreateContainer, not found",
                        "[1] -> #3 service:db:1, StartContainer, created",
                        "[3] -> #4 service:db, AwaitService, web depends on it",
                        "[2,4] -> #5 service:web:1, StartContainer, created"));
    }
}
