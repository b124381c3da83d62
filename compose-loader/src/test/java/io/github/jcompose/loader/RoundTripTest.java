package io.github.jcompose.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.Build;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Healthcheck;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Network;
import io.github.jcompose.model.NetworkAttachment;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes projects of any kind and loads them again: the model is the same. */
class RoundTripTest {
    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            " around ",
            "$HOME",
            "${NOT:-set}",
            "$$",
            "yes",
            "null",
            "~",
            "0x1f",
            "1e3",
            "12:30:45",
            "a: b",
            "# no comment",
            "- item",
            "it's",
            "say \"hi\"",
            "back\\slash",
            "line\nbreak\n",
            "\ttab",
            "umlaut ä, 漢字, 🎈",
            "*alias",
            "&anchor",
            "!tag",
            "%percent",
            "@at",
            "[1]",
            "{a}",
            "");

    private final Random random;

    RoundTripTest() {
        random = new Random();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) {
        random.setSeed(seed);
        Project project = project();
        String yaml = ProjectWriter.yaml(project);
        Project read = ComposeLoader.builder()
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .workingDirectory(Path.of("/tmp"))
                .normalize(false)
                .resolvePaths(false)
                .resolveEnvironment(false)
                .keepUnusedResources(true)
                .build()
                .load();
        Project same = read.toBuilder()
                .workingDir(null)
                .composeFiles(List.of())
                .environment(Map.of())
                .build();
        for (String key : project.services().keySet()) {
            assertThat(same.services().get(key))
                    .as(yaml)
                    .usingRecursiveComparison()
                    .isEqualTo(project.services().get(key));
        }
        assertThat(same).as(yaml).isEqualTo(project);
        assertThat(ProjectWriter.yaml(read)).isEqualTo(yaml);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String word() {
        return "w" + random.nextInt(1000);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            T next = value.get();
            if (!list.contains(next)) {
                list.add(next);
            }
        }
        return list;
    }

    private <T> Map<String, T> map(Supplier<T> value) {
        Map<String, T> map = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(word(), value.get());
        }
        return map;
    }

    private Duration duration() {
        return Duration.ofMillis(1 + random.nextInt(10_000_000));
    }

    private Project project() {
        Map<String, Service> services = new TreeMap<>();
        services.put("first", service(List.of()));
        services.put("second", service(List.of("first")));
        return Project.named("round-" + word())
                .services(services)
                .networks(Map.of("front", network(), "back", network()))
                .volumes(Map.of(
                        "data",
                        Volume.builder()
                                .name(word())
                                .labels(map(this::text))
                                .driverOpts(map(this::word))
                                .build()))
                .configs(Map.of(
                        "page",
                        Config.builder()
                                .name(word())
                                .content("content " + text())
                                .build()))
                .build();
    }

    private Network network() {
        return Network.builder()
                .name(word())
                .driver(maybe(() -> "bridge"))
                .internal(random.nextBoolean())
                .attachable(random.nextBoolean())
                .labels(map(this::text))
                .enableIpv6(maybe(random::nextBoolean))
                .build();
    }

    private Service service(List<String> others) {
        Map<String, Dependency> dependencies = new TreeMap<>();
        for (String other : others) {
            DependencyCondition[] all = DependencyCondition.values();
            dependencies.put(
                    other,
                    Dependency.builder()
                            .condition(all[random.nextInt(all.length)])
                            .restart(random.nextBoolean())
                            .required(random.nextBoolean())
                            .build());
        }
        Map<String, NetworkAttachment> networks = new TreeMap<>();
        networks.put(
                "front",
                maybe(() -> NetworkAttachment.builder()
                        .aliases(List.of(word()))
                        .priority(random.nextInt(5))
                        .build()));
        return Service.of(word() + ":1")
                .command(maybe(() -> some(this::text)))
                .entrypoint(maybe(() -> some(this::text)))
                .environment(map(this::text))
                .labels(map(this::text))
                .annotations(map(this::text))
                .capAdd(some(this::word))
                .dns(some(() -> "10.0.0." + random.nextInt(200)))
                .dependsOn(dependencies)
                .networks(networks)
                .ports(some(() -> random.nextBoolean()
                        ? Port.of(1 + random.nextInt(65000))
                        : Port.of(1 + random.nextInt(65000), 80)))
                .volumes(some(() -> random.nextBoolean()
                        ? Mount.volume("data", "/" + word())
                        : Mount.bind("/" + word(), "/" + word())))
                .healthcheck(maybe(() -> Healthcheck.shell("test " + text())
                        .interval(duration())
                        .timeout(duration())
                        .retries(3L)
                        .build()))
                .buildSpec(maybe(() -> Build.builder()
                        .context("/" + word())
                        .dockerfile("Dockerfile")
                        .args(map(this::text))
                        .target(maybe(this::word))
                        .build()))
                .memLimit(maybe(() -> ByteSize.of(1 + random.nextInt(Integer.MAX_VALUE - 1))))
                .stopGracePeriod(maybe(this::duration))
                .stopSignal(maybe(() -> "SIGUSR1"))
                .hostname(maybe(this::word))
                .user(maybe(() -> Integer.toString(random.nextInt(2000))))
                .workingDir(maybe(() -> "/" + word()))
                .restart(maybe(() -> "unless-stopped"))
                .init(maybe(random::nextBoolean))
                .scale(maybe(() -> random.nextInt(4)))
                .tty(random.nextBoolean())
                .privileged(random.nextBoolean())
                .readOnly(random.nextBoolean())
                .tmpfs(some(() -> "/" + word()))
                .sysctls(map(this::word))
                .extensions(Map.of("x-note", text()))
                .build();
    }
}
