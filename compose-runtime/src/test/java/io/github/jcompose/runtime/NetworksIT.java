package io.github.jcompose.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.testing.EngineScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks: what they are made with, what happens when they change, who is found on them. */
class NetworksIT extends Scenario {
    private String network(String key, String path) {
        return at(engine.networks().find(name + "_" + key).orElseThrow().raw().map(), path);
    }

    private String aliases(String container, String key) {
        return json(container, "NetworkSettings/Networks/" + name + "_" + key + "/Aliases");
    }

    @Test
    void areMadeWithTheirAttributes() {
        up("""
            services: {web: {<<: *idle, networks: [lan]}}
            networks:
              lan:
                driver: bridge
                internal: true
                attachable: true
                labels: {a: b}
                driver_opts: {com.docker.network.bridge.enable_icc: "true"}
                ipam: {config: [{subnet: 10.213.1.0/24, gateway: 10.213.1.9, ip_range: 10.213.1.128/25}]}
            """);
        assertThat(network("lan", "Internal")).isEqualTo("true");
        assertThat(network("lan", "Attachable")).isEqualTo("true");
        assertThat(network("lan", "Labels/a")).isEqualTo("\"b\"");
        assertThat(network("lan", "Labels/com.docker.compose.network")).isEqualTo("\"lan\"");
        assertThat(network("lan", "IPAM/Config/0"))
                .isEqualTo("{\"Subnet\":\"10.213.1.0/24\",\"IPRange\":\"10.213.1.128/25\",\"Gateway\":\"10.213.1.9\"}");
    }

    @Test
    void haveTheNameThatTheFileGives() {
        up("services: {web: {<<: *idle}}\nnetworks: {default: {name: " + name + "-own}}");
        assertThat(engine.networks().find(name + "-own")).isPresent();
        assertThat(json("web-1", "HostConfig/NetworkMode")).isEqualTo("\"" + name + "-own\"");
    }

    @Test
    void resolveServicesByNameAndAlias() {
        up("""
            services:
              web: {<<: *idle}
              db: {<<: *idle, networks: {default: {aliases: [database]}}, scale: 2}
            """);
        assertThat(run("web-1", "sh", "-c", "getent hosts db || nslookup db")).contains("db");
        assertThat(run("web-1", "ping", "-c1", "-W2", "database")).contains("1 packets received");
    }

    @Test
    void areNotSharedUnlessWanted() {
        up("""
            services:
              a: {<<: *idle, networks: [one]}
              b: {<<: *idle, networks: [two]}
            networks: {one: , two: }
            """);
        assertThat(run("a-1", "ping", "-c1", "-W1", "b")).contains("bad address");
    }

    @Test
    void areReplacedWhenTheyDifferAndKeepAliasesAndAddresses() {
        String yaml = """
                services:
                  web: {<<: *idle, networks: {lan: {ipv4_address: 10.213.2.7, aliases: [front]}}}
                networks: {lan: {labels: {v: "1"}, ipam: {config: [{subnet: 10.213.2.0/24}]}}}
                """;
        up(yaml);
        String before = id("web-1");
        up(yaml.replace("v: \"1\"", "v: \"2\""));
        assertThat(network("lan", "Labels/v")).isEqualTo("\"2\"");
        assertThat(running()).containsExactly("web-1");
        assertThat(id("web-1")).isEqualTo(before);
        assertThat(aliases("web-1", "lan")).contains("\"front\"", "\"web\"");
        assertThat(json("web-1", "NetworkSettings/Networks/" + name + "_lan/IPAddress"))
                .isEqualTo("\"10.213.2.7\"");
    }

    @Test
    void areMadeAnewUnderAnotherName() {
        up("services: {web: {<<: *idle}}");
        up("services: {web: {<<: *idle}}\nnetworks: {default: {name: " + name + "-other}}");
        assertThat(engine.networks().find(name + "-other")).isPresent();
        assertThat(engine.networks().find(name + "_default")).isEmpty();
        assertThat(container("web-1").networks()).containsOnlyKeys(name + "-other");
    }

    @Test
    void areJoinedByAContainerThatWasTakenOff() {
        String yaml = "services: {web: {<<: *idle}}";
        up(yaml);
        engine.networks().disconnect(name + "_default", id("web-1"), true);
        up(yaml);
        assertThat(container("web-1").networks()).containsOnlyKeys(name + "_default");
        assertThat(running()).containsExactly("web-1");
    }

    @Test
    void areJoinedByAServiceThatWantsAnother() {
        up("services: {web: {<<: *idle}}");
        up("services: {web: {<<: *idle, networks: [default, more]}}\nnetworks: {more: }");
        assertThat(container("web-1").networks()).containsOnlyKeys(name + "_default", name + "_more");
    }

    @Test
    void mayBeExternal(EngineScope scope) {
        String out = scope.name("out");
        engine.networks().create(Map.of("Name", out, "Labels", scope.labels()));
        up("services: {web: {<<: *idle, networks: [out]}}\nnetworks: {out: {external: true, name: " + out + "}}");
        assertThat(container("web-1").networks()).containsOnlyKeys(out);
        compose.down(name, AT_ONCE);
        assertThat(engine.networks().find(out)).isPresent();
    }

    @Test
    void ofOthersAreUsedWithAWarningAndLeftThere(EngineScope scope) {
        engine.networks().create(Map.of("Name", name + "_default", "Labels", scope.labels()));
        var project = up("services: {web: {<<: *idle}}");
        assertThat(recorded.warnings()).anySatisfy(w -> assertThat(w).contains("external: true"));
        compose.down(project, AT_ONCE);
        assertThat(engine.networks().find(name + "_default")).isPresent();
    }

    @Test
    void inUseByOthersSurviveADown(EngineScope scope) {
        var project = up("services: {web: {<<: *idle}}");
        Map<String, Object> body = new LinkedHashMap<>(scope.shell("sleep 600"));
        body.put("HostConfig", Map.of("NetworkMode", name + "_default"));
        String guest =
                engine.containers().create(scope.name("guest"), null, body).id();
        engine.containers().start(guest);
        compose.down(project, AT_ONCE);
        assertThat(engine.networks().find(name + "_default")).isPresent();
        assertThat(recorded.progress()).contains("Network " + name + "_default Resource is still in use");
        engine.containers().remove(guest, true, true);
        compose.down(project, AT_ONCE);
        assertThat(engine.networks().find(name + "_default")).isEmpty();
    }

    @Test
    void thatNobodyUsesAreNotMade() {
        up("services: {web: {<<: *idle}}\nnetworks: {unused: }");
        assertThat(engine.networks().list(Filters.label("com.docker.compose.project", name)))
                .extracting(n -> n.name())
                .isEqualTo(List.of(name + "_default"));
    }

    @Test
    void carryStaticAddressesOnSecondaryNetworks() {
        up("""
            services:
              web: {<<: *idle, networks: {a: {priority: 5}, b: {ipv4_address: 10.213.3.9, aliases: [x]}}}
            networks:
              a:
              b: {ipam: {config: [{subnet: 10.213.3.0/24}]}}
            """);
        assertThat(json("web-1", "NetworkSettings/Networks/" + name + "_b/IPAddress"))
                .isEqualTo("\"10.213.3.9\"");
        assertThat(aliases("web-1", "b")).contains("\"x\"", "\"web\"");
    }
}
