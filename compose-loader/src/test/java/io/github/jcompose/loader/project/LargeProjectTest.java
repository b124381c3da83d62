package io.github.jcompose.loader.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jcompose.loader.fixture.ProjectFolder;
import io.github.jcompose.loader.limits.LoadLimits;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Location;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects so large that several threads load them; what they say is what one would. */
class LargeProjectTest {
    private static final int SERVICES = 300;

    /** One line each, so that the line of a service tells which it is. */
    private static final List<String> KINDS = List.of(
            "{image: 'a:${TAG:-1}', ports: ['80%1$d:80', '9000-9002:9000-9002/udp'], environment: [A, B=%1$d]}",
            "{build: {context: ./dir%1$d, args: [A, C]}, environment: {A: , B: '$A'}, networks: {back: {aliases: [x]}}}",
            "{image: b, volumes: ['./a%1$d:/a//b:ro', 'data:/data', {type: tmpfs, target: /t}], labels: [a=b, c]}",
            "{extends: {service: base}, image: c%1$d, depends_on: [base], command: echo 'a b'}",
            "{image: d, healthcheck: {test: curl a, interval: 1m30s}, deploy: {resources: {limits: {memory: 1g}}}}",
            "{image: e, secrets: [pw], configs: [{source: c, target: /c}], network_mode: 'service:base', tty: '${T:-yes}'}",
            "{image: f, scale: 2, expose: ['1', '1', '2'], dns: ['', 1.1.1.1], ulimits: {nofile: 1}, profiles: [p]}",
            "{image: g, env_file: some.env, extra_hosts: ['h:1.1.1.1'], gpus: all, x-a: {b: '$A'}, pull_policy: if_not_present}");

    private static final String REST = """
              base: {image: base, restart: always}
            networks: {back: }
            volumes: {data: }
            secrets: {pw: {environment: A}}
            configs: {c: {content: '$A'}}
            """;

    private final ProjectFolder folder;

    LargeProjectTest(@TempDir Path root) {
        folder = new ProjectFolder(root);
        folder.file(".env", "A=one\n").file("some.env", "D=$A\n");
    }

    private static String services(IntFunction<String> service) {
        return IntStream.range(0, SERVICES)
                .mapToObj(i -> "  s" + i + ": " + service.apply(i) + "\n")
                .collect(Collectors.joining("", "services:\n", ""));
    }

    private static String kind(int i) {
        return KINDS.get(i % KINDS.size()).formatted(i % 100);
    }

    private Project load(String text) {
        return folder.file("compose.yaml", text)
                .load(loader -> loader.projectName("p").profiles(List.of("p")));
    }

    private List<Problem> problems(String text) {
        folder.file("compose.yaml", text);
        return Objects.requireNonNull(catchThrowableOfType(ComposeFileException.class, folder::load))
                .problems();
    }

    private static List<Integer> lines(List<Problem> problems) {
        List<Integer> lines = new ArrayList<>();
        for (Problem problem : problems) {
            Location location = Objects.requireNonNull(problem.location());
            lines.add(location.line());
        }
        return lines;
    }

    @Test
    void hasTheServicesThatOneByOneAreLoaded() {
        Project large = load(services(LargeProjectTest::kind) + REST);

        List<String> names = IntStream.range(0, SERVICES).mapToObj(i -> "s" + i).collect(Collectors.toList());
        names.add("base");
        assertThat(large.services().keySet()).containsExactlyElementsOf(names);
        for (int i = 0; i < SERVICES; i++) {
            Project small = load("services:\n  s" + i + ": " + kind(i) + "\n" + REST);
            assertThat(large.services().get("s" + i)).isEqualTo(small.services().get("s" + i));
        }
        assertThat(large.networks()).containsOnlyKeys("default", "back");
        assertThat(large.secrets().get("pw"))
                .isEqualTo(load("services:\n  s: " + kind(5) + "\n" + REST)
                        .secrets()
                        .get("pw"));
    }

    @Test
    void saysAllThatIsWrongInTheOrderOfTheFile() {
        List<Problem> problems = problems("bad: 1\n"
                + services(i -> switch (i % 3) {
                    case 0 -> "{image: a, prots: [1]}";
                    case 1 -> "{image: a, ports: ['x']}";
                    default -> "{image: '${V:?is needed}'}";
                }));

        assertThat(problems).hasSize(SERVICES + 1);
        assertThat(lines(problems)).isSorted().startsWith(1, 3, 4, 5).endsWith(SERVICES + 2);
        assertThat(problems.get(1 + 298 / 3 * 3).hint()).isEqualTo("did you mean 'ports'?");
        assertThat(problems.stream().map(Problem::message))
                .contains("unknown attribute 'bad'", "required variable V is missing a value: is needed");
    }

    @Test
    void saysTheFirstThousandThings() {
        assertThat(problems(services(i -> "{image: a, a: 1, b: 1, c: 1, d: 1}")))
                .hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void warnsOnceAndInTheOrderOfTheFile() {
        load("version: '3'\n" + services(i -> "{image: 'a${V" + i % 150 + "}'}"));

        List<String> expected = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            expected.add("The \"V" + i % 150 + "\" variable is not set. Defaulting to a blank string.");
        }
        List<String> warnings = new ArrayList<>(folder.warnings());
        assertThat(warnings.removeIf(warning -> warning.startsWith("the attribute `version`")))
                .isTrue();
        assertThat(warnings).isEqualTo(expected);
    }

    @Test
    void hasTheDefaultNetworkIfOneServiceUsesIt() {
        assertThat(load(services(i -> "{image: a, network_mode: host}")).networks())
                .isEmpty();
        assertThat(load(services(i -> i == 290 ? "{image: a}" : "{image: a, network_mode: host}"))
                        .networks())
                .containsOnlyKeys("default");
    }

    @Test
    void endsWhereTheBudgetOfAllPartsIsUsedUp() {
        folder.file("compose.yaml", services(i -> "{image: a, ports: ['1-100:1-100']}"));

        ComposeFileException e = Objects.requireNonNull(catchThrowableOfType(
                ComposeFileException.class,
                () -> folder.load(loader -> loader.limits(new LoadLimits(1 << 20, 100_000, 100, 10)))));

        assertThat(e).hasMessageContaining("more than 100000 values");
        assertThat(e.problems()).hasSize(1);
    }
}
