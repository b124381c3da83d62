package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.plan.Recreate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When {@code up} keeps containers and when it replaces them. */
class RecreateIT extends Scenario {
    private static final String WEB_AND_DB = """
            services:
              web: {<<: *lone, depends_on: [db]}
              db: {<<: *lone}
            """;
    private static final String ON_NETWORK = WEB_AND_DB.replace("*lone", "*idle");

    @Test
    void keepsWhatIsAsWanted() {
        up(WEB_AND_DB);
        List<String> before = List.of(id("web-1"), id("db-1"));
        up(WEB_AND_DB);
        assertThat(List.of(id("web-1"), id("db-1"))).isEqualTo(before);
    }

    @Test
    void replacesAllWhenForced() {
        up(WEB_AND_DB);
        List<String> before = List.of(id("web-1"), id("db-1"));
        up(WEB_AND_DB, o -> o.recreate(Recreate.ALWAYS));
        assertThat(id("web-1")).isNotEqualTo(before.get(0));
        assertThat(id("db-1")).isNotEqualTo(before.get(1));
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void replacesOnlyTheNamedServiceWhenForced() {
        up(WEB_AND_DB);
        List<String> before = List.of(id("web-1"), id("db-1"));
        up(WEB_AND_DB, o -> o.recreate(Recreate.ALWAYS).services(List.of("web")));
        assertThat(id("web-1")).isNotEqualTo(before.get(0));
        assertThat(id("db-1")).isEqualTo(before.get(1));
    }

    @Test
    void replacesDependenciesWhenAskedTo() {
        up(WEB_AND_DB);
        List<String> before = List.of(id("web-1"), id("db-1"));
        up(WEB_AND_DB, o -> o.alwaysRecreateDependencies(true).services(List.of("web")));
        assertThat(id("web-1")).isEqualTo(before.get(0));
        assertThat(id("db-1")).isNotEqualTo(before.get(1));
    }

    @Test
    void keepsWhatDiffersWhenToldTo() {
        up(WEB_AND_DB);
        String before = id("web-1");
        up(WEB_AND_DB.replace("depends_on", "environment: {A: b}, depends_on"), o -> o.recreate(Recreate.NEVER));
        assertThat(id("web-1")).isEqualTo(before);
    }

    @Test
    void startsAgainWhatHasStopped() {
        up(WEB_AND_DB);
        String before = id("web-1");
        engine.containers().kill(before, "KILL");
        up(WEB_AND_DB);
        assertThat(id("web-1")).isEqualTo(before);
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void letsAPausedContainerGoOn() {
        up(WEB_AND_DB);
        engine.containers().pause(id("web-1"));
        up(WEB_AND_DB);
        assertThat(container("web-1").state().status().word()).isEqualTo("running");
    }

    @Test
    void createsAgainWhatWasRemoved() {
        up(WEB_AND_DB);
        engine.containers().remove(id("db-1"), true, true);
        up(WEB_AND_DB);
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void restartsDependentsThatWantItWhenTheirDependencyIsReplaced() {
        String yaml = """
                services:
                  web: {<<: *lone, depends_on: {db: {condition: service_started, restart: true}}}
                  other: {<<: *lone, depends_on: {db: {condition: service_started}}}
                  db: {<<: *lone}
                """;
        up(yaml);
        var web = container("web-1").state().startedAt();
        var other = container("other-1").state().startedAt();
        String id = id("web-1");
        up(yaml.replace("db: {<<: *lone}", "db: {<<: *lone, environment: {A: b}}"));
        assertThat(id("web-1")).isEqualTo(id);
        assertThat(container("web-1").state().startedAt()).isNotEqualTo(web);
        assertThat(container("other-1").state().startedAt()).isEqualTo(other);
        assertThat(running()).containsExactly("db-1", "other-1", "web-1");
    }

    @Test
    void replacesWhoSharesTheNetworkOfAReplacedContainer() {
        String yaml = """
                services:
                  web: {<<: *idle, network_mode: 'service:db'}
                  db: {<<: *lone}
                """;
        up(yaml);
        String before = id("web-1");
        up(yaml.replace("db: {<<: *lone}", "db: {<<: *lone, environment: {A: b}}"));
        assertThat(id("web-1")).isNotEqualTo(before);
        assertThat(json("web-1", "HostConfig/NetworkMode")).isEqualTo("\"container:" + id("db-1") + "\"");
    }

    @Test
    void comesUpAgainUnchangedAfterSharingNamespaces() {
        String yaml = """
                services:
                  web: {<<: *idle, network_mode: 'service:db', pid: 'service:db', ipc: 'service:db', volumes_from: [db]}
                  db: {<<: *lone, ipc: shareable, volumes: [/data]}
                """;
        up(yaml);
        String before = id("web-1");
        up(yaml);
        assertThat(id("web-1")).isEqualTo(before);
    }

    @Test
    void replacesWhenASecretOfTheEnvironmentHoldsSomethingElse() {
        String yaml = """
                services:
                  web: {<<: *lone, secrets: [token]}
                secrets: {token: {environment: TOKEN}}
                """;
        environment.put("TOKEN", "one");
        up(yaml);
        String before = id("web-1");
        up(yaml);
        assertThat(id("web-1")).isEqualTo(before);
        environment.put("TOKEN", "two");
        assertThat(compose.plan(load(yaml), UpOptions.defaults()).toTree()).contains("configs or secrets changed");
        up(yaml);
        assertThat(id("web-1")).isNotEqualTo(before);
        assertThat(run("web-1", "cat", "/run/secrets/token")).isEqualTo("two");
    }

    @Test
    void replacesWhenTheFileOfAConfigHoldsSomethingElse() throws IOException {
        String yaml = """
                services:
                  web: {<<: *lone, configs: [c]}
                configs: {c: {file: ./c.txt}}
                """;
        Files.writeString(folder.resolve("c.txt"), "one");
        up(yaml);
        String before = id("web-1");
        Files.delete(folder.resolve("c.txt"));
        Files.writeString(folder.resolve("c.txt"), "two");
        up(yaml);
        assertThat(id("web-1")).isNotEqualTo(before);
        assertThat(run("web-1", "cat", "/c")).isEqualTo("two");
    }

    @Test
    void createsOnlyAndStartsLater() {
        up(WEB_AND_DB, o -> o.noStart(true));
        assertThat(running()).isEmpty();
        assertThat(all()).containsExactly("db-1", "web-1");
        String before = id("web-1");
        up(WEB_AND_DB);
        assertThat(id("web-1")).isEqualTo(before);
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void leavesDependenciesAloneWhenToldTo() {
        up(WEB_AND_DB, o -> o.services(List.of("web")).noDependencies(true));
        assertThat(all()).containsExactly("web-1");
    }

    @Test
    void bringsDependenciesOfANamedServiceAlong() {
        up("""
            services:
              web: {<<: *lone, depends_on: [db]}
              db: {<<: *lone}
              other: {<<: *lone}
            """, o -> o.services(List.of("web")));
        assertThat(running()).containsExactly("db-1", "web-1");
    }

    @Test
    void scalesAsTheFileSays() {
        up("services: {web: {<<: *lone, scale: 3}}");
        assertThat(running()).containsExactly("web-1", "web-2", "web-3");
        up("services: {web: {<<: *lone, deploy: {replicas: 2}}}", o -> o.recreate(Recreate.NEVER));
        assertThat(all()).containsExactly("web-1", "web-2");
    }

    @Test
    void scalesAsTheOptionsSay() {
        up("services: {web: {<<: *lone}}", o -> o.scale(Map.of("web", 2)));
        assertThat(running()).containsExactly("web-1", "web-2");
        up("services: {web: {<<: *lone}}", o -> o.scale(Map.of("web", 0)));
        assertThat(all()).isEmpty();
    }

    @Test
    void warnsOfOrphansAndRemovesThemWhenToldTo() {
        up(WEB_AND_DB);
        up("services: {web: {<<: *lone}}");
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("orphan", name + "-db-1"));
        assertThat(running()).containsExactly("db-1", "web-1");
        up("services: {web: {<<: *lone}}", o -> o.removeOrphans(true));
        assertThat(all()).containsExactly("web-1");
    }

    @Test
    void saysNothingOfOrphansWhenToldSo() {
        up(WEB_AND_DB);
        up("services: {web: {<<: *lone}}", o -> o.ignoreOrphans(true));
        assertThat(recorded.warnings()).noneSatisfy(w -> assertThat(w).contains("orphan"));
    }

    @Test
    void plansTheSameTwiceAndWhatItThenDoes() {
        Project project = load(ON_NETWORK);
        var first = compose.plan(project, UpOptions.defaults());
        assertThat(compose.plan(project, UpOptions.defaults())).isEqualTo(first);
        assertThat(first.toTree()).isEqualTo("""
                        network default
                          create network %1$s_default: not found
                        service db
                          create container %1$s-db-1: not found
                          start container %1$s-db-1: created
                        service web
                          create container %1$s-web-1: not found
                          start container %1$s-web-1: created""".formatted(name));
        up(project, o -> o);
        assertThat(compose.plan(project, UpOptions.defaults()).toTree()).isEqualTo("Nothing to do.");
        engine.containers().kill(id("db-1"), "KILL");
        assertThat(compose.plan(project, UpOptions.defaults()).toTree())
                .isEqualTo("service db\n  start container " + name + "-db-1: exited");
    }

    @Test
    void plansARecreationWithItsReason() {
        up(WEB_AND_DB);
        Project changed = load(WEB_AND_DB.replace("depends_on", "environment: {A: b}, depends_on"));
        String old = id("web-1").substring(0, 12);
        assertThat(compose.plan(changed, UpOptions.defaults()).toTree()).isEqualTo("""
                        service web
                          recreate container %1$s-web-1: configuration changed
                            create container %2$s_%1$s-web-1
                            stop container %1$s-web-1
                            remove container %1$s-web-1
                            rename container %2$s_%1$s-web-1 to %1$s-web-1
                          start container %1$s-web-1: recreated""".formatted(name, old));
        assertThat(compose.plan(changed, UpOptions.defaults()).toJson())
                .contains("\"type\": \"RenameContainer\"", "\"reason\": \"configuration changed\"");
    }
}
