package io.github.jcompose.runtime.swarm.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.ApiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the column for swarms in docs/beyond-one-machine.md to what a service that has the attribute becomes. */
class AttributeTableTest {
    private static final Path PAGE = Path.of("../docs/beyond-one-machine.md");
    private static final ApiVersion API = ApiVersion.parse("1.48");

    /** Each attribute as a file has it, to be put in place of another if that is there already. */
    private static final String SAMPLES = """
            annotations: {a: b}
            attach: false
            blkio_config: {weight: 300}
            build: {context: .}
            cap_add: [NET_ADMIN]
            cap_drop: [CHOWN]
            cgroup: host
            cgroup_parent: /shop
            command: [run]
            configs: [settings]
            container_name: one
            cpu_count: 2
            cpu_percent: 50
            cpu_period: 100000
            cpu_quota: 50000
            cpu_rt_period: 1000000
            cpu_rt_runtime: 95000
            cpu_shares: 512
            cpus: 0.5
            cpuset: 0-1
            credential_spec: {file: credentials.json}
            depends_on: [db]
            deploy: {replicas: 2}
            develop: {watch: [{path: ., action: rebuild}]}
            device_cgroup_rules: ["c 1:3 mr"]
            devices: ["/dev/fuse"]
            dns: [10.1.2.3]
            dns_opt: ["ndots:2"]
            dns_search: [example.com]
            domainname: example.com
            entrypoint: [start]
            env_file: [web.env]
            environment: {COLOR: red}
            expose: ["8080"]
            extends: {service: db}
            external_links: [other]
            extra_hosts: ["one:10.1.2.3"]
            gpus: all
            group_add: ["1000"]
            healthcheck: {test: [CMD, check]}
            hostname: web
            image: other
            init: true
            ipc: host
            isolation: process
            label_file: [web.env]
            labels: {a: b}
            links: [db]
            logging: {driver: json-file}
            mac_address: "02:42:ac:11:65:43"
            mem_limit: 64m
            mem_reservation: 32m
            mem_swappiness: 10
            memswap_limit: 128m
            models: [brain]
            network_mode: host
            networks: [back]
            oom_kill_disable: true
            oom_score_adj: 100
            pid: host
            pids_limit: 100
            platform: linux/arm64
            ports: ["8080:80"]
            post_start: [{command: hello}]
            pre_start: [{image: nginx, command: hello}]
            pre_stop: [{command: bye}]
            privileged: true
            profiles: [never]
            provider: {type: model}
            pull_policy: always
            pull_refresh_after: 1h
            read_only: true
            restart: unless-stopped
            runtime: runsc
            scale: 2
            secrets: [password]
            security_opt: [no-new-privileges]
            shm_size: 1m
            stdin_open: true
            stop_grace_period: 1s
            stop_signal: SIGINT
            storage_opt: {size: 1G}
            sysctls: {net.core.somaxconn: "1024"}
            tmpfs: [/run]
            tty: true
            ulimits: {nofile: 1024}
            use_api_socket: true
            user: "1000"
            userns_mode: host
            uts: host
            volumes: ["data:/data"]
            volumes_from: [db]
            working_dir: /app
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("web.env"), "COLOR=red\n");
    }

    static Stream<String> samples() {
        return SAMPLES.lines();
    }

    @Test
    void everyAttributeOfTheTableIsTried() throws IOException {
        assertThat(samples().map(AttributeTableTest::name)).containsExactlyInAnyOrderElementsOf(column().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theColumnIsTrue(String sample) throws IOException {
        String attribute = name(sample);
        String cell = column().get(attribute);
        Project without = load("image: nginx");
        Project with = load(attribute.equals("image") ? sample : "image: nginx\n    " + sample);

        List<String> told = IgnoredAttributes.of(with, API).stream()
                .map(ignored -> String.join(".", ignored.path()))
                .toList();
        if (cell.startsWith("yes: it is done before")) {
            assertThat(told).isEmpty();
            assertThat(with).isNotEqualTo(without);
        } else if (cell.startsWith("yes")) {
            assertThat(told).isEmpty();
            assertThat(request(with)).isNotEqualTo(request(without));
        } else if (cell.startsWith("no effect")) {
            assertThat(told).isEmpty();
            assertThat(request(with)).isEqualTo(request(without));
        } else {
            assertThat(cell).startsWith("no");
            assertThat(told).containsExactly("services.web." + attribute);
            assertThat(request(with)).isEqualTo(request(without));
        }
    }

    private Project load(String attributes) throws IOException {
        Path file = directory.resolve("compose.yaml");
        Files.writeString(file, """
                name: shop
                services:
                  web:
                    %s
                  db: {image: redis, user: "7"}
                networks: {back: {}}
                volumes: {data: {}}
                configs: {settings: {content: x}}
                secrets: {password: {environment: PASSWORD}}
                models: {brain: {model: ai/smollm2}}
                """.formatted(attributes));
        return ComposeLoader.builder()
                .workingDirectory(directory)
                .files(List.of(file.toString()))
                .environment(Map.of("PASSWORD", "secret"))
                .build()
                .load();
    }

    private static String request(Project project) {
        Stack stack = Stack.of("shop", project);
        Service service = stack.project().services().get("web");
        FileRefs files = new FileRefs(refs(project.configs()), refs(project.secrets()));
        return Json.compact(ServiceRequest.of(new ServiceContext(stack, "web", service, files, API)));
    }

    private static Map<String, FileRefs.Ref> refs(Map<String, ?> files) {
        return files.keySet().stream().collect(Collectors.toMap(key -> key, key -> new FileRefs.Ref(key, key)));
    }

    private static String name(String sample) {
        return sample.substring(0, sample.indexOf(':'));
    }

    /** {@return what the page says of a swarm, by attribute} */
    private static Map<String, String> column() throws IOException {
        Map<String, String> cells = new TreeMap<>();
        String page = Files.readString(PAGE);
        page.substring(page.indexOf("## Every attribute of a service"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> {
                    List<String> row = new ArrayList<>(List.of(line.split("\\|")));
                    cells.put(row.get(1).strip().replace("`", ""), row.get(3).strip());
                });
        return cells;
    }
}
