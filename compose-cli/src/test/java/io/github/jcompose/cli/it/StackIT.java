package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.it.Launcher.Outcome;
import io.github.jcompose.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsSwarm
class StackIT {
    private static final String WEB = """
            services:
              web:
                image: ${IMAGE:-busybox:1.36}
                init: true
                command: ["sh", "-c", "echo hello from $$HOSTNAME; ${THEN:-exec sleep 600}"]
                hostname: web{{.Task.Slot}}
                stop_grace_period: 0s
                deploy:
                  replicas: ${REPLICAS:-2}
                  endpoint_mode: dnsrr
                  restart_policy: {delay: 0s}
                  update_config: {monitor: "${MONITOR:-200ms}", failure_action: "${ON_FAILURE:-rollback}", parallelism: 0}
            """;

    @TempDir
    Path directory;

    private final TestSwarm swarm;
    private final String stack;
    private String file = "";

    StackIT(TestSwarm swarm) {
        this.swarm = swarm;
        this.stack = swarm.newStack();
    }

    @BeforeEach
    void nameFile() throws IOException {
        file = directory.resolve("docker-stack.yml").toString();
        write(WEB);
    }

    private void write(String text) throws IOException {
        Files.writeString(Path.of(file), text);
    }

    @AfterEach
    void remove() {
        swarm.jcompose("stack", "rm", stack);
    }

    private Outcome deploy(Map<String, String> variables, String... flags) {
        List<String> words = new java.util.ArrayList<>(List.of("stack", "deploy", "-c", file));
        words.addAll(List.of(flags));
        if (words.contains("--detach=false")) {
            words.addAll(List.of("--wait-timeout", "90"));
        }
        words.add(stack);
        return swarm.jcompose(variables, words.toArray(String[]::new));
    }

    @Test
    void deployWaitsAndTellsHowFarItIs() {
        Outcome deploy = deploy(Map.of(), "--detach=false").ok();

        assertThat(deploy.err())
                .contains(" Network " + stack + "_default Created ")
                .contains(" " + stack + "_web Created ")
                .contains(" " + stack + "_web 2/2 running ");
        assertThat(swarm.jcompose("stack", "ls", "--format", "{{.Name}} {{.Services}}")
                        .ok()
                        .lines())
                .contains(stack + " 1");
        assertThat(swarm.jcompose("stack", "ps", stack, "--format", "{{.Name}} {{.DesiredState}}")
                        .ok()
                        .lines())
                .containsExactly(stack + "_web.1 Running", stack + "_web.2 Running");
    }

    @Test
    void dockerAndJcomposeSeeTheSame() throws IOException {
        write(WEB + WEB.substring(WEB.indexOf("  web:")).replace("  web:", "  app:"));
        deploy(Map.of(), "--detach=false").ok();

        for (String[] command : new String[][] {
            {"stack", "services", stack},
            {"stack", "services", stack, "--format", "{{.Name}}: {{.Replicas}}"},
            {"stack", "services", stack, "-q"},
            {"stack", "ps", stack, "--format", "table {{.ID}}\t{{.Name}}\t{{.Image}}\t{{.Node}}\t{{.Ports}}"},
            {"stack", "ps", stack, "--no-trunc", "--format", "{{.ID}} {{.Image}}"},
            {"stack", "ps", stack, "--no-resolve", "--format", "{{.Name}} {{.Node}}"},
            {"stack", "ps", stack, "-q", "--filter", "name=" + stack + "_web.1"},
        }) {
            assertThat(swarm.jcompose(command).ok().out())
                    .as(String.join(" ", command))
                    .isEqualTo(swarm.docker(command).ok().out());
        }
    }

    @Test
    void neitherRestartsWhatTheOtherDeployed() throws IOException {
        write("""
                version: "3.8"
                services:
                  full:
                    image: busybox:1.36
                    command: sleep 600
                    environment: {B: "2", A: "1"}
                    labels: {a: b}
                    user: "1000:1000"
                    init: true
                    stop_grace_period: 0s
                    cap_drop: [ALL]
                    ulimits: {nofile: {soft: 1000, hard: 2000}}
                    extra_hosts: ["db:10.1.2.3"]
                    dns: [1.1.1.1]
                    logging: {driver: json-file, options: {max-size: 1m}}
                    healthcheck: {test: ["CMD", "true"], interval: 1s, timeout: 2s, retries: 3}
                    networks: {front: {aliases: [f]}, back: {}}
                    ports: [{target: 80, published: 18080, mode: host}]
                    volumes:
                      - data:/data
                      - /tmp:/host:ro
                      - {type: tmpfs, target: /t, tmpfs: {size: 1000000}}
                    configs: [{source: c, target: /etc/c, uid: "103", mode: 0440}]
                    secrets: [s]
                    deploy:
                      replicas: 1
                      labels: {s: v}
                      endpoint_mode: dnsrr
                      placement: {constraints: ["node.role==manager"], preferences: [{spread: node.labels.zone}]}
                      update_config: {parallelism: 2, delay: 1s, failure_action: rollback, max_failure_ratio: 0.3}
                      rollback_config: {parallelism: 0, order: stop-first}
                      restart_policy: {condition: on-failure, delay: 5s, max_attempts: 3, window: 120s}
                      resources: {limits: {cpus: "0.50", memory: 50M}, reservations: {memory: 20M}}
                networks: {front: {attachable: true, driver_opts: {encrypted: ""}}, back: {internal: true}}
                volumes: {data: {labels: {v: l}}}
                configs: {c: {file: ./c}}
                secrets: {s: {file: ./c}}
                """);
        Files.writeString(directory.resolve("c"), "content");
        swarm.docker("stack", "deploy", "--detach=false", "-c", file, stack).ok();
        String tasks = swarm.docker("stack", "ps", "-q", stack).ok().out();
        Map<String, Object> byDocker = spec(stack + "_full");

        assertThat(deploy(Map.of(), "--detach=false").ok().err()).doesNotContain("warning", "Creating");

        assertThat(spec(stack + "_full")).isEqualTo(byDocker);
        assertThat(swarm.docker("stack", "ps", "-q", stack).ok().out()).isEqualTo(tasks);
        assertThat(swarm.docker("network", "inspect", "--format", "{{.Attachable}} {{.Options}}", stack + "_front")
                        .ok()
                        .out())
                .contains("true", "encrypted");
        swarm.docker("stack", "deploy", "--detach=false", "-c", file, stack).ok();
        assertThat(swarm.docker("stack", "ps", "-q", stack).ok().out()).isEqualTo(tasks);
    }

    private Map<String, Object> spec(String service) {
        String text = swarm.docker("service", "inspect", "--format", "{{json .Spec}}", service)
                .ok()
                .out();
        return map(Json.parse(text));
    }

    private static Map<String, Object> map(@Nullable Object json) {
        Map<String, Object> map = new TreeMap<>();
        ((Map<?, ?>) java.util.Objects.requireNonNull(json))
                .forEach((key, value) -> map.put(String.valueOf(key), String.valueOf(value)));
        return map;
    }

    @Test
    void aFailedUpdateIsRolledBackAndReported() {
        deploy(Map.of(), "--detach=false").ok();

        Outcome update = deploy(Map.of("THEN", "exit 3", "MONITOR", "1m"), "--detach=false");

        assertThat(update.code()).isEqualTo(1);
        assertThat(update.err())
                .contains("service " + stack + "_web: rolled back: rollback completed")
                .contains("non-zero exit (3)");
        assertThat(swarm.jcompose("stack", "services", stack, "--format", "{{.Replicas}}")
                        .out())
                .isEqualTo("2/2\n");
    }

    @Test
    void aPausedUpdateIsReported() {
        deploy(Map.of(), "--detach=false").ok();

        Map<String, String> failing = Map.of("THEN", "exit 3", "ON_FAILURE", "pause", "MONITOR", "1m");
        Outcome update = deploy(failing, "--detach=false");

        assertThat(update.code()).isEqualTo(1);
        assertThat(update.err()).contains("service " + stack + "_web: the update was paused");
    }

    @Test
    void replicasFollowTheFile() {
        deploy(Map.of(), "--detach=false").ok();
        assertThat(deploy(Map.of("REPLICAS", "3"), "--detach=false").ok().err()).contains(stack + "_web 3/3 running");
        assertThat(deploy(Map.of("REPLICAS", "1"), "--detach=false").ok().err()).contains(stack + "_web 1/1 running");
    }

    @Test
    void jobsAreAwaitedToTheirEnd() throws IOException {
        write("""
                services:
                  some:
                    image: busybox:1.36
                    command: echo done
                    deploy: {mode: replicated-job, replicas: 2, endpoint_mode: dnsrr}
                  each:
                    image: busybox:1.36
                    command: "true"
                    deploy: {mode: global-job, endpoint_mode: dnsrr}
                  everywhere:
                    image: busybox:1.36
                    command: sleep 600
                    stop_grace_period: 0s
                    deploy: {mode: global, endpoint_mode: dnsrr, update_config: {monitor: 200ms}}
                """);
        String each = swarm.size() + "/" + swarm.size();
        assertThat(deploy(Map.of(), "--detach=false").ok().err())
                .contains(stack + "_some 2/2 complete", stack + "_each " + each + " complete")
                .contains(stack + "_everywhere " + each + " running");
        String[] services = {"stack", "services", stack};
        assertThat(swarm.jcompose(services).ok().out())
                .contains("replicated job", "global job", "(2/2 completed)")
                .isEqualTo(swarm.docker(services).ok().out());
    }

    @Test
    void aJobThatFailsForGoodIsReported() throws IOException {
        write("""
                services:
                  job:
                    image: busybox:1.36
                    command: sh -c "exit 4"
                    deploy: {mode: replicated-job, endpoint_mode: dnsrr, restart_policy: {condition: none}}
                """);
        Outcome deploy = deploy(Map.of(), "--detach=false");
        assertThat(deploy.code()).isEqualTo(1);
        assertThat(deploy.err())
                .contains("service " + stack
                        + "_job: 0/1 complete, and no more tasks are started: task: non-zero exit (4)");
    }

    @Test
    void changedContentGetsANewNameAndOldContentItsOldOne() throws IOException {
        write("""
                services:
                  web:
                    image: busybox:1.36
                    command: sh -c "cat /run/secrets/word /motto; exec sleep 600"
                    stop_grace_period: 0s
                    init: true
                    secrets: [word]
                    configs: [motto]
                    deploy: {endpoint_mode: dnsrr, update_config: {monitor: 200ms}}
                secrets: {word: {environment: WORD}}
                configs: {motto: {content: "${WORD}\\n"}}
                """);
        deploy(Map.of("WORD", "opensesame"), "--detach=false").ok();
        Outcome second = deploy(Map.of("WORD", "swordfish"), "--detach=false").ok();
        assertThat(second.err())
                .contains(" Secret " + stack + "_word-2 Created ", " Config " + stack + "_motto-2 Created ")
                .doesNotContain("swordfish");
        assertThat(swarm.await(out -> out.contains("swordfishswordfish"), "stack", "logs", "--raw", stack))
                .contains("opensesameopensesame");

        Outcome third = deploy(Map.of("WORD", "opensesame"), "--detach=false").ok();
        assertThat(third.err()).doesNotContain("Creating");
        deploy(Map.of("WORD", "third"), "--detach=false", "--prune").ok();
        // What the services would need for a rollback stays.
        assertThat(swarm.docker("secret", "ls", "--filter", "name=" + stack, "--format", "{{.Name}}")
                        .out()
                        .lines())
                .containsExactlyInAnyOrder(stack + "_word", stack + "_word-3");
        assertThat(swarm.docker("config", "ls", "--filter", "name=" + stack, "--format", "{{.Name}}")
                        .out()
                        .lines())
                .containsExactlyInAnyOrder(stack + "_motto", stack + "_motto-3");
    }

    @Test
    void contentUnderANameOfTheUserIsNotReplaced() throws IOException {
        String text = WEB.replace("    deploy:", "    configs: [motto]\n    deploy:") + "configs: {motto: {name: "
                + stack + "-mine, content: \"${WORD}\"}}\n";
        write(text);
        deploy(Map.of("WORD", "one")).ok();
        Outcome second = deploy(Map.of("WORD", "two"));
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("config \"motto\"", stack + "-mine", "give it another name");
    }

    @Test
    void ignoredAttributesAreToldWithTheirPlaces() throws IOException {
        write(WEB + """
              other:
                image: busybox:1.36
                command: sleep 600
                container_name: mine
                depends_on: [web]
                deploy: {endpoint_mode: dnsrr, replicas: 0}
            """.indent(2).replace("    other", "  other"));
        String err = deploy(Map.of()).ok().err();
        assertThat(err.lines().filter(line -> line.contains("a swarm ignores this")))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("docker-stack.yml:", "services.other.container_name"))
                .anySatisfy(line -> assertThat(line).contains("services.other.depends_on"));
    }

    @Test
    void pruneRemovesServicesThatAreGone() throws IOException {
        deploy(Map.of()).ok();
        write(WEB.replace("  web:", "  site:"));
        deploy(Map.of()).ok();
        String[] names = {"stack", "services", stack, "--format", "{{.Name}}"};
        assertThat(swarm.jcompose(names).out()).isEqualTo(stack + "_site\n" + stack + "_web\n");
        deploy(Map.of(), "--prune").ok();
        assertThat(swarm.jcompose(names).out()).isEqualTo(stack + "_site\n");
    }

    @Test
    void imagesAreResolvedWhenAsked() {
        String[] image = {"service", "inspect", "--format", "{{.Spec.TaskTemplate.ContainerSpec.Image}}", stack + "_web"
        };
        deploy(Map.of(), "--resolve-image", "never").ok();
        assertThat(swarm.docker(image).out().strip()).isEqualTo("busybox:1.36");
        deploy(Map.of(), "--resolve-image", "changed").ok();
        assertThat(swarm.docker(image).out().strip()).isEqualTo("busybox:1.36");
        deploy(Map.of(), "--resolve-image", "always").ok();
        assertThat(swarm.docker(image).out().strip()).startsWith("busybox:1.36@sha256:");
        deploy(Map.of(), "--resolve-image", "never").ok();
        assertThat(swarm.docker(image).out().strip()).startsWith("busybox:1.36@sha256:");
        assertThat(deploy(Map.of("IMAGE", "no-such-image:1")).ok().err()).contains("no-such-image:1", "registry");
        assertThat(deploy(Map.of(), "--resolve-image", "sometimes").err()).contains("always, changed or never");
    }

    @Test
    void logsNameTheTask() {
        deploy(Map.of(), "--detach=false").ok();
        String logs = swarm.await(out -> out.lines().count() == 2, "stack", "logs", stack);
        assertThat(logs)
                .containsPattern(stack + "_web\\.1\\.[a-z0-9]{12}@\\S+ +\\| hello from web1")
                .containsPattern(stack + "_web\\.2\\.[a-z0-9]{12}@\\S+ +\\| hello from web2");
        assertThat(swarm.jcompose("stack", "logs", "--raw", "-t", stack, "web")
                        .ok()
                        .out())
                .containsPattern("(?m)^20\\S+Z hello from web1$");
        assertThat(swarm.jcompose("stack", "logs", stack, "wbe").err())
                .contains("has no service 'wbe'", stack + "_web");
    }

    @Test
    void rmRemovesEverything() {
        deploy(Map.of(), "--detach=false").ok();
        Outcome rm = swarm.jcompose("stack", "rm", "--detach=false", stack).ok();
        assertThat(rm.err()).contains(" " + stack + "_web Removed ", " Network " + stack + "_default Removed ");
        assertThat(swarm.docker("stack", "ls", "-q").out()).doesNotContain(stack);
        assertThat(swarm.docker("network", "ls", "--format", "{{.Name}}").out()).doesNotContain(stack);
        assertThat(swarm.jcompose("stack", "rm", stack).ok().err()).contains("Nothing found in stack: " + stack);
        assertThat(swarm.jcompose("stack", "ps", "never-deployed").err()).contains("nothing found in stack");
    }

    @Test
    void badInputIsToldBeforeAnythingIsChanged() throws IOException {
        assertThat(swarm.jcompose("stack", "deploy", "-c", file).err()).contains("requires 1 argument");
        assertThat(swarm.jcompose("stack", "deploy", "-c", file, "no good").err())
                .contains("no good");
        assertThat(swarm.jcompose("stack", "depoly", stack).err()).contains("did you mean \"deploy\"?");
        write("services: {web: {build: .}}\n");
        assertThat(deploy(Map.of()).err()).contains("services.web.image", "a swarm does not build");
        write(WEB + "    networks: [n]\nnetworks: {n: {driver: bridge}}\n");
        assertThat(deploy(Map.of()).err()).contains("networks.n.driver", "overlay");
        write(WEB + "    networks: [n]\nnetworks: {n: {external: true, name: nowhere}}\n");
        assertThat(deploy(Map.of()).err()).contains("network 'nowhere' is external", "docker network create");
        write(WEB + "    secrets: [s]\nsecrets: {s: {external: true}}\n");
        assertThat(deploy(Map.of()).err()).contains("secret \"s\" is external", "docker secret create");
        assertThat(swarm.jcompose("stack", "services", stack).err()).contains("Nothing found");
    }

    @Test
    void configPrintsAFileThatDockerTakes() throws IOException {
        String text = swarm.jcompose("stack", "config", "-c", file).ok().out();
        assertThat(text).contains("replicas: 2").doesNotContain("${");
        assertThat(swarm.jcompose("stack", "config", "-c", file, "--skip-interpolation")
                        .ok()
                        .out())
                .contains("${REPLICAS:-2}");
    }
}
