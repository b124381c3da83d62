package io.github.jcompose.loader.robustness;

import static io.github.jcompose.loader.robustness.HostileInput.colliding;
import static io.github.jcompose.loader.robustness.HostileInput.each;
import static io.github.jcompose.loader.robustness.HostileInput.loaded;
import static io.github.jcompose.loader.robustness.HostileInput.loadedWithVariables;
import static io.github.jcompose.loader.robustness.HostileInput.refused;
import static io.github.jcompose.loader.robustness.HostileInput.service;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.problem.ComposeFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs with a heap of 256 MB and a small stack; the time limit is a guard, not a measurement. */
@Timeout(120)
class LoadHostileTest {
    private static final int MEGA = 1 << 20;
    private static final String TOO_MUCH = "more than 1500000 values";
    private static final String TOO_DEEP = "nested deeper than 300 levels";

    @TempDir
    Path folder;

    static Stream<HostileInput> aliases() {
        String lists = each(9, i -> "x-" + (i + 1) + ": &a" + (i + 1) + " [" + each(9, k -> "*a" + i + ", ") + "]\n");
        String maps = each(
                9, i -> "x-" + (i + 1) + ": &a" + (i + 1) + " {" + each(9, k -> "k" + k + ": *a" + i + ", ") + "}\n");
        String merges = each(30, i -> "x-" + (i + 1) + ": &a" + (i + 1) + " {<<: [*a" + i + ", *a" + i + "]}\n");
        String deep = each(
                120,
                i -> "x-" + (i + 1) + ": &a" + (i + 1) + " " + "[".repeat(200) + "*a" + i + "]".repeat(200) + "\n");
        return Stream.of(
                refused("nested lists of aliases", TOO_MUCH, "x-0: &a0 [l, l, l]\n" + lists),
                refused("nested mappings of aliases", TOO_MUCH, "x-0: &a0 {l: l}\n" + maps),
                refused("nested merge keys", TOO_MUCH, "x-0: &a0 {l: l}\n" + merges),
                refused("aliases that nest deeper and deeper", TOO_DEEP, "x-0: &a0 [l]\n" + deep),
                refused("a mapping merged into itself", "stands inside its own anchor", "a: &a {<<: *a}\n"),
                refused("a list inside of itself", "stands inside its own anchor", "a: &a [*a]\n"),
                refused(
                        "a long list of merges",
                        TOO_MUCH,
                        "x-a: &a {b: c}\nx-b: {<<: [" + "*a,".repeat(700_000) + "]}"),
                refused(
                        "a long text behind many aliases",
                        TOO_MUCH,
                        "x-a: &a A=" + "x".repeat(4 * MEGA) + "\nservices: {"
                                + each(3_000, i -> "s" + i + ": {image: b, labels: [*a]}, ") + "}"),
                loaded("many anchors", "x-a: [" + each(300_000, i -> "&a" + i + " b, ") + "]"));
    }

    static Stream<HostileInput> texts() {
        return Stream.of(
                refused("lists in lists", TOO_DEEP, "x-a: " + "[".repeat(100_000)),
                refused("mappings in mappings", TOO_DEEP, "x-a: " + "{a: ".repeat(100_000)),
                refused("mappings as keys of mappings", TOO_DEEP, "x-a: " + "{".repeat(100_000)),
                refused("block lists in block lists", TOO_DEEP, "x-a:\n  " + "- ".repeat(100_000)),
                refused("block mappings as keys", TOO_DEEP, "? ".repeat(100_000)),
                refused("ever deeper indents", TOO_DEEP, each(4_000, i -> " ".repeat(i) + "a:\n")),
                refused("a scalar of 50 MB", "larger than 16777216 bytes", "x-a: " + "a".repeat(50 * MEGA)),
                loaded("a long plain scalar", "x-a: " + "a".repeat(15 * MEGA)),
                loaded("a long quoted scalar", "x-a: \"" + "a".repeat(15 * MEGA) + "\""),
                loaded("a scalar of many lines", "x-a: b\n" + "  aaa\n".repeat(2 * MEGA)),
                loaded("a folded scalar of many lines", "x-a: >\n" + "  aaa\n".repeat(2 * MEGA)),
                refused("a long anchor", "the name of an anchor is longer", "x-a: &" + "a".repeat(15 * MEGA) + " b"),
                loaded("many comments", "#\n".repeat(7 * MEGA)),
                loaded("many blank lines", "\n".repeat(15 * MEGA)),
                loaded("many spaces", "x-a:" + " ".repeat(15 * MEGA) + "a"),
                refused("a long key", "unknown attribute", "? " + "a".repeat(10 * MEGA) + "\n: b"),
                refused("a list of many values", TOO_MUCH, "x-a: [" + "a,".repeat(5_000_000) + "]"),
                refused("a list of many mappings", TOO_MUCH, "x-a: [" + "{a: b},".repeat(1_000_000) + "]"),
                refused(
                        "many services, one a line",
                        TOO_MUCH,
                        "services:\n" + each(300_000, i -> "  s" + i + ": {image: b, command: [a, a, a, a]}\n")),
                refused(
                        "an error behind many services",
                        "invalid YAML",
                        "services:\n" + each(80_000, i -> "  s" + i + ": {image: b, command: [a, a]}\n") + "  s: [\n"),
                refused("many documents", TOO_MUCH, "---\n".repeat(3_000_000)),
                refused("many keys that are the same", "stands twice", "x-a: {" + "a: b, ".repeat(300_000) + "}"),
                refused("a null character", "no valid path: Nul character", service("env_file: \"\\0\"")),
                refused("a lone surrogate", "no valid path", service("env_file: \"\\ud800\"")),
                refused("control characters", "is not allowed", "x-a: \u0001"),
                HostileInput.of("bytes that are no UTF-8", "is no UTF-8 text", Map.of("compose.yaml", new byte[] {
                    'a', ':', ' ', (byte) 0xff, (byte) 0xfe
                })));
    }

    static Stream<HostileInput> filesThatNameEachOther() {
        Map<String, String> tree = new TreeMap<>();
        Map<String, String> chain = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            String name = i == 0 ? "compose.yaml" : "f" + i + ".yaml";
            String next = "f" + (i + 1) + ".yaml";
            chain.put(name, "include: [" + next + "]\n");
            if (i < 20) {
                tree.put(name, "include: [" + next + ", " + next + "]\n");
            }
        }
        chain.put("f200.yaml", service("tty: true"));
        tree.put("f20.yaml", service("tty: true"));
        String bases = each(20_000, i -> "  s" + i + ": {extends: s" + (i + 1) + "}\n");
        String wide = "services:\n  base: {image: b, labels: [" + each(20_000, i -> "l" + i + ", ") + "]}\n"
                + each(20_000, i -> "  s" + i + ": {extends: base}\n");
        String others = each(5_000, i -> "  s" + i + ": {extends: {file: b.yaml, service: s" + i + "}}\n");
        return Stream.of(
                refused("a file that includes itself", "in a circle", "include: [compose.yaml]"),
                refused("a service that extends itself", "in a circle", "services: {a: {extends: a}}"),
                refused("a tree of includes", "more than 2000 files", tree),
                refused("a chain of includes", "more than 50 deep", chain),
                refused("a chain of bases", "more than 100 services", "services:\n" + bases + "  s20000: {image: b}\n"),
                refused("a large base of many services", TOO_MUCH, wide),
                refused(
                        "a base for each of many services",
                        "",
                        Map.of(
                                "compose.yaml",
                                "services:\n" + others,
                                "b.yaml",
                                "services:\n" + each(5_000, i -> "  s" + i + ": {image: b}\n"))),
                refused(
                        "many includes into a large file",
                        "too many includes",
                        Map.of(
                                "compose.yaml",
                                "include: [" + "f.yaml, ".repeat(1_900) + "]\nservices:\n"
                                        + each(40_000, i -> "  s" + i + ": {image: b}\n"),
                                "f.yaml",
                                service("tty: true"))),
                refused(
                        "many documents after a large one",
                        "too many documents",
                        "services: {" + each(50_000, i -> "s" + i + ": {image: b}, ") + "}\n"
                                + "--- {x-a: b}\n".repeat(2_000)));
    }

    static Stream<HostileInput> variables() {
        return Stream.of(
                refused(
                        "references in references",
                        "invalid interpolation",
                        service("user: '" + "${".repeat(100_000) + "'")),
                refused(
                        "defaults in defaults",
                        "nested more than 100 deep",
                        service("user: '" + "${A:-".repeat(100_000) + "}".repeat(100_000) + "'")),
                loaded("many references in one text", "x-a: '" + "$A ".repeat(3_000_000) + "'"),
                loaded("many references in many texts", "x-a: [" + each(100_000, i -> "$U" + i + ", ") + "]"),
                refused(
                        "variables that double each other",
                        "longer than",
                        Map.of(
                                "compose.yaml",
                                "",
                                ".env",
                                "A0=x\n" + each(40, i -> "A" + (i + 1) + "=$A" + i + "$A" + i + "\n"))),
                refused(
                        "a long variable in many others",
                        "longer than",
                        Map.of(
                                "compose.yaml",
                                "",
                                ".env",
                                "A=" + "x".repeat(MEGA) + "\n" + "B=$A\n".repeat(1_000_000))),
                refused(
                        "many variables",
                        "more than 100000 variables",
                        Map.of("compose.yaml", "", ".env", each(700_000, i -> "A" + i + "=some value\n"))),
                loadedWithVariables("many quotes", "A=\"\"\n".repeat(500_000)),
                refused(
                        "a long variable in many values",
                        TOO_MUCH,
                        Map.of(
                                "compose.yaml",
                                service("labels: {" + each(3_000, i -> "k" + i + ": $BIG, ") + "}"),
                                ".env",
                                "BIG=" + "x".repeat(MEGA))),
                refused(
                        "a long env_file of many services",
                        TOO_MUCH,
                        Map.of(
                                "compose.yaml",
                                "services:\n" + each(5_000, i -> "  s" + i + ": {image: b, env_file: a.env}\n"),
                                "a.env",
                                "A=" + "x".repeat(100_000))));
    }

    static Stream<HostileInput> values() {
        return Stream.of(
                refused(
                        "unknown attributes",
                        "prots",
                        "services:\n" + each(100_000, i -> "  s" + i + ": {prots: a}\n")),
                refused("wrong types", "must be", "services:\n" + each(100_000, i -> "  s" + i + ": {image: [b]}\n")),
                refused("wrong items", "invalid", service("ports: [" + each(100_000, i -> "p" + i + ", ") + "]")),
                refused("different items", "", service("cap_add: [" + each(100_000, i -> "A" + i + ", ") + "]")),
                refused(
                        "names that are nearly right",
                        "did you mean",
                        "services:\n"
                                + each(
                                        20_000,
                                        i -> "  a-long-name-that-is-compared-" + i
                                                + ": {image: b, depends_on: [a-long-name-that-is-compaerd-" + i
                                                + "]}\n")),
                refused(
                        "a chain of dependencies",
                        "circle",
                        "services:\n"
                                + each(
                                        30_000,
                                        i -> "  s" + i + ": {image: b, depends_on: [s" + (i + 1) % 30_000 + "]}\n")),
                refused(
                        "items whose hashes collide",
                        "",
                        service("cap_add: [" + each(1 << 16, i -> colliding(i) + ", ") + "]")),
                refused(
                        "ports whose hashes collide",
                        "",
                        service("ports: [" + each(1 << 15, i -> "{target: 80, published: " + colliding(i) + "}, ")
                                + "]")),
                refused("all ports", "", service("ports: ['1-65535:1-65535']")),
                refused(
                        "all ports many times",
                        TOO_MUCH,
                        service("ports: [" + each(100, i -> "'127.0.0." + i + ":1-65535:1-65535', ") + "]")),
                refused("a long pull policy", "", service("pull_policy: every_" + "1w".repeat(500_000))),
                refused(
                        "a long address",
                        "is no IP address",
                        service("ports: [{target: 80, host_ip: '" + "1:".repeat(2_000_000) + "%'}]")),
                refused("a long wrong value", "is not one of", service("cgroup: " + "a".repeat(10 * MEGA))),
                refused("long numbers", "", service("cpus: \"0." + "9".repeat(5_000_000) + "\""))
                        .whatever(),
                refused("long sizes", "", service("mem_limit: \"" + "9".repeat(5_000_000) + "k\""))
                        .whatever(),
                refused("long durations", "", service("stop_grace_period: \"0." + "9".repeat(5_000_000) + "s\""))
                        .whatever(),
                refused("a long command", "", service("command: \"" + "'a ".repeat(300_000) + "\""))
                        .whatever(),
                refused("a long mount", "invalid volume", service("volumes: ['" + ":".repeat(5_000_000) + "']")),
                refused("a long path", "", service("build: '" + "a/../".repeat(2_000_000) + "'")),
                refused("many addresses", "", service("extra_hosts: ['a=" + ",".repeat(1_000_000) + "']"))
                        .whatever(),
                refused(
                        "pools in three documents",
                        "",
                        (service("tty: true") + "---\n")
                                + ("networks: {a: {ipam: {config: [" + each(30_000, i -> "{subnet: a" + i + "}, ")
                                                + "]}}}\n---\n")
                                        .repeat(2)
                                + "{}"));
    }

    @ParameterizedTest
    @MethodSource({"aliases", "texts", "filesThatNameEachOther", "variables", "values"})
    void endsWithinBounds(HostileInput input) throws IOException {
        ComposeLoader loader =
                ComposeLoader.builder().workingDirectory(input.folder()).build();
        try {
            assertEnds(loader, input.refusal());
        } finally {
            input.delete();
        }
    }

    private static void assertEnds(ComposeLoader loader, @Nullable String refusal) {
        if (refusal == null) {
            endsSomehow(loader);
        } else if (refusal.isEmpty()) {
            assertThatNoException().isThrownBy(loader::load);
        } else {
            assertThatThrownBy(loader::load)
                    .isInstanceOf(ComposeFileException.class)
                    .hasMessageContaining(refusal);
        }
    }

    @Test
    void doesNotReadMoreThanTheLimitOfAFile() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("compose.yaml").toFile(), "rw")) {
            file.setLength(200L * MEGA);
        }

        assertThatThrownBy(ComposeLoader.builder().workingDirectory(folder).build()::load)
                .isInstanceOf(ComposeFileException.class)
                .hasMessage("compose.yaml: larger than 16777216 bytes");
    }

    private static void endsSomehow(ComposeLoader loader) {
        try {
            loader.load();
        } catch (ComposeFileException e) {
            assertThatThrownBy(() -> {
                        throw e;
                    })
                    .hasMessageNotContaining("null");
        }
    }
}
