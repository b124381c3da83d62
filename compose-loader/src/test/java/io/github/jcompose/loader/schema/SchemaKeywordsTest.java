package io.github.jcompose.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaKeywordsTest {
    private final JsonNode schema = SchemaFiles.ours();
    private final SchemaWalk walk = new SchemaWalk(schema);

    @Test
    void castsExactlyThePathsThatTheReferenceCasts() {
        assertThat(listed("compose:cast")).isEqualTo("""
                        configs.*.external bool
                        networks.*.attachable bool
                        networks.*.enable_ipv4 bool
                        networks.*.enable_ipv6 bool
                        networks.*.external bool
                        networks.*.internal bool
                        secrets.*.external bool
                        services.*.cpu_count int64
                        services.*.cpu_percent float
                        services.*.cpu_period int64
                        services.*.cpu_quota int64
                        services.*.cpu_rt_period int64
                        services.*.cpu_rt_runtime int64
                        services.*.cpu_shares int64
                        services.*.cpus float32
                        services.*.depends_on.*.required bool
                        services.*.depends_on.*.restart bool
                        services.*.deploy.placement.max_replicas_per_node int
                        services.*.deploy.replicas int
                        services.*.deploy.restart_policy.max_attempts int
                        services.*.deploy.rollback_config.max_failure_ratio float
                        services.*.deploy.rollback_config.parallelism int
                        services.*.deploy.update_config.max_failure_ratio float
                        services.*.deploy.update_config.parallelism int
                        services.*.healthcheck.disable bool
                        services.*.healthcheck.retries int
                        services.*.init bool
                        services.*.oom_kill_disable bool
                        services.*.oom_score_adj int64
                        services.*.pids_limit int64
                        services.*.ports[].target int
                        services.*.privileged bool
                        services.*.read_only bool
                        services.*.scale int
                        services.*.stdin_open bool
                        services.*.tty bool
                        services.*.ulimits.* int
                        services.*.ulimits.*.hard int
                        services.*.ulimits.*.soft int
                        services.*.volumes[].read_only bool
                        services.*.volumes[].volume.nocopy bool
                        volumes.*.external bool
                        """);
    }

    @Test
    void mergesInItsOwnWayWhereTheReferenceDoes() {
        assertThat(listed("compose:merge")).isEqualTo("""
                        networks.*.ipam.config ipam-config
                        networks.*.labels key-value
                        services.*.annotations key-value
                        services.*.build build
                        services.*.build.additional_contexts key-value
                        services.*.build.args key-value
                        services.*.build.extra_hosts hosts
                        services.*.build.labels key-value
                        services.*.command replace
                        services.*.depends_on depends-on
                        services.*.deploy.labels key-value
                        services.*.dns string-list
                        services.*.dns_opt string-list
                        services.*.dns_search string-list
                        services.*.entrypoint replace
                        services.*.env_file string-list
                        services.*.environment key-value
                        services.*.extra_hosts hosts
                        services.*.healthcheck.test replace
                        services.*.label_file string-list
                        services.*.labels key-value
                        services.*.logging logging
                        services.*.models null-map
                        services.*.networks null-map
                        services.*.sysctls key-value
                        services.*.tmpfs string-list
                        services.*.ulimits.* replace
                        services.*.volumes[].volume.labels key-value
                        volumes.*.labels key-value
                        """);
    }

    @Test
    void leavesOutSameItemsWhereTheReferenceDoes() {
        assertThat(listed("compose:unique")).isEqualTo("""
                        networks.*.labels key-value
                        services.*.annotations key-value
                        services.*.build.additional_contexts key-value
                        services.*.build.args key-value
                        services.*.build.labels key-value
                        services.*.build.tags text
                        services.*.cap_add text
                        services.*.cap_drop text
                        services.*.configs config-target
                        services.*.deploy.labels key-value
                        services.*.devices device-target
                        services.*.dns text
                        services.*.dns_opt text
                        services.*.dns_search text
                        services.*.env_file path
                        services.*.environment key-value
                        services.*.expose text
                        services.*.labels key-value
                        services.*.links text
                        services.*.networks.*.aliases text
                        services.*.networks.*.link_local_ips text
                        services.*.ports port
                        services.*.profiles text
                        services.*.secrets secret-target
                        services.*.sysctls key-value
                        services.*.tmpfs text
                        services.*.volumes mount-target
                        """);
    }

    @Test
    void takesForPathsWhatTheReferenceDoes() {
        assertThat(listed("compose:path")).isEqualTo("""
                        configs.*.file local
                        secrets.*.file local
                        services.*.build.additional_contexts.* context
                        services.*.build.context context
                        services.*.build.ssh.* local
                        services.*.develop.watch[].path watch
                        services.*.env_file[].path local
                        services.*.extends.file extends-file
                        services.*.label_file[] local
                        services.*.volumes[].source bind-source
                        volumes.*.driver_opts.device driver-device
                        """);
    }

    @Test
    void keysThatUsersChooseAreMarked() {
        List<String> unmarked = new ArrayList<>();
        walk.visit((path, attribute) -> {
            if (!walk.values(attribute).isMissingNode()
                    && !attribute.path("compose:names").booleanValue()) {
                unmarked.add(path);
            }
        });

        assertThat(unmarked).isEmpty();
        assertThat(walk.withKeyword("compose:names"))
                .containsKeys("services.*.environment", "services.*.storage_opt", "services.*.networks", "models");
    }

    @Test
    void everyKeywordAndItsValuesAreExplained() throws IOException {
        String readme = Files.readString(Path.of("../schema/README.md"));
        Set<String> used = new TreeSet<>();
        walk.visit((path, attribute) -> attribute.properties().forEach(keyword -> {
            if (keyword.getKey().startsWith("compose:")) {
                used.add(keyword.getKey());
                used.add(keyword.getValue().asText());
            }
        }));

        assertThat(used)
                .hasSizeGreaterThan(50)
                .allSatisfy(word ->
                        assertThat(readme).contains(word.matches("1\\.\\d+") ? "such as `1.44`" : "`" + word + "`"));
    }

    @Test
    void everyAttributeIsDescribedAndEndsItsSentence() {
        List<String> wrong = new ArrayList<>();
        walk.visit((path, attribute) -> {
            boolean named = !path.endsWith("[]") && !path.endsWith("*");
            String description = attribute.path("description").asText();
            if (named && !description.matches("(?s).{10,}\\.")) {
                wrong.add(path + ": " + description);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void saysWithTypesWhatOtherSchemasSayWithAlternatives() {
        assertThat(schema.findValues("oneOf")).isEmpty();
        assertThat(schema.findValues("anyOf")).isEmpty();
        assertThat(schema.findValues("allOf")).isEmpty();
        assertThat(schema.findValuesAsText("$ref"))
                .allMatch(ref -> ref.startsWith("#/$defs/")
                        && !schema.at(ref.substring(1)).isMissingNode());
        assertThat(schema.get("$defs").properties().stream().map(Map.Entry::getKey))
                .allMatch(name -> schema.findValuesAsText("$ref").contains("#/$defs/" + name));
    }

    @Test
    void acceptsItsOwnExamplesAndDefaults() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> refused = new ArrayList<>();
        walk.visit((path, attribute) -> {
            List<JsonNode> samples = new ArrayList<>();
            attribute.path("examples").forEach(samples::add);
            if (attribute.has("default")) {
                samples.add(attribute.get("default"));
            }
            if (!samples.isEmpty()) {
                ObjectNode alone = attribute.deepCopy();
                alone.set("$defs", schema.get("$defs"));
                Schema checked = registry.getSchema(alone);
                for (JsonNode sample : samples) {
                    checked.validate(sample).forEach(error -> refused.add(path + ": " + sample + ": " + error));
                }
            }
        });

        assertThat(refused).isEmpty();
    }

    private String listed(String keyword) {
        return walk.withKeyword(keyword).entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
