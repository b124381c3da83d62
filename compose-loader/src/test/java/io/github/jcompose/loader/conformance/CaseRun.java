package io.github.jcompose.loader.conformance;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.loader.output.ProjectLists;
import io.github.jcompose.loader.output.ProjectVariables;
import io.github.jcompose.loader.output.ProjectWriter;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one compose file, run in this process. */
final class CaseRun {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/home/user", "USER", "user");
    private static final String ROOT = "${ROOT}";

    private final List<GoldenRecord> records;
    /** What variants with the same options share; a project, or what was thrown. */
    private @Nullable Object usualProject;

    CaseRun(List<GoldenRecord> records) {
        this.records = records;
    }

    Stream<Outcome> outcomes() {
        return records.stream().map(golden -> new Outcome(golden, difference(golden)));
    }

    private @Nullable String difference(GoldenRecord golden) {
        try {
            return golden.refused() ? acceptedWhatIsWrong(golden) : differenceOfOutput(golden);
        } catch (Throwable e) {
            return "crashed: " + e + " at " + Arrays.stream(e.getStackTrace()).findFirst();
        }
    }

    private @Nullable String acceptedWhatIsWrong(GoldenRecord golden) {
        try {
            output(golden);
        } catch (ComposeException e) {
            return null;
        }
        return "accepted what the reference refuses";
    }

    private @Nullable String differenceOfOutput(GoldenRecord golden) {
        String output;
        try {
            output = output(golden).replace(golden.tree().toString(), ROOT);
        } catch (ComposeException e) {
            return "refused: " + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
        if (golden.json() != null) {
            return JsonDifference.find(golden.json(), Json.parse(output));
        }
        String expected = Objects.requireNonNull(golden.text());
        return switch (golden.variant()) {
            case "yaml" -> differenceOfLines(expected, output);
            case "hash" -> JsonDifference.find(comparableHashes(expected), comparableHashes(output));
            default -> JsonDifference.find(words(expected), words(output));
        };
    }

    private String output(GoldenRecord golden) {
        return switch (golden.variant()) {
            case "config" -> ProjectWriter.json(project(golden));
            case "yaml" -> ProjectWriter.yaml(project(golden));
            case "profiles" ->
                ProjectWriter.json(loader(golden).profiles(List.of("*")).build().load());
            case "nonorm" ->
                ProjectWriter.json(loader(golden).normalize(false).build().load());
            case "nopath" ->
                ProjectWriter.json(loader(golden).resolvePaths(false).build().load());
            case "raw" ->
                ProjectWriter.json(loader(golden).interpolate(false).build().loadTree());
            case "hash" ->
                ProjectLists.hashes(project(golden)).entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining("\n"));
            case "services" -> String.join("\n", ProjectLists.services(project(golden)));
            case "images" -> String.join("\n", ProjectLists.images(project(golden), "-"));
            case "volumes" -> String.join("\n", ProjectLists.volumes(project(golden)));
            case "networks" -> String.join("\n", ProjectLists.networks(project(golden)));
            case "lsprofiles" -> String.join("\n", ProjectLists.profiles(project(golden)));
            case "variables" ->
                ProjectVariables.table(ProjectVariables.of(loader(golden)
                        .interpolate(false)
                        .normalize(false)
                        .resolvePaths(false)
                        .build()
                        .loadTree()));
            default -> throw new IllegalArgumentException("unknown variant " + golden.variant());
        };
    }

    private Project project(GoldenRecord golden) {
        if (usualProject == null) {
            try {
                usualProject = loader(golden).build().load();
            } catch (RuntimeException e) {
                usualProject = e;
            }
        }
        if (usualProject instanceof RuntimeException failure) {
            throw failure;
        }
        return (Project) usualProject;
    }

    private static ComposeLoader.Builder loader(GoldenRecord golden) {
        ComposeLoader.Builder builder = ComposeLoader.builder().environment(ENVIRONMENT);
        Path file = golden.tree().resolve(golden.name());
        if (golden.suite().equals("merge")) {
            return builder.workingDirectory(file);
        }
        Path folder = Objects.requireNonNull(file.getParent());
        if (folder.equals(golden.tree())) {
            // The reference found these in a folder of the suite's name, and took its own for the project's.
            builder.projectName(golden.suite());
        }
        return builder.workingDirectory(folder).files(List.of(file.toString()));
    }

    /** Hashes by service, without those of services that show a path, since the hash depends on it. */
    private Map<String, String> comparableHashes(String text) {
        Map<String, String> hashes = new TreeMap<>();
        text.lines().map(line -> line.split(" ")).forEach(words -> hashes.put(words[0], words[1]));
        hashes.replaceAll((service, hash) -> hasPath(service) ? "depends on a path" : hash);
        return hashes;
    }

    private boolean hasPath(String service) {
        return records.stream()
                .filter(golden -> golden.variant().equals("config"))
                .findFirst()
                .map(golden -> golden.json() instanceof Map<?, ?> root
                        && root.get("services") instanceof Map<?, ?> services
                        && !String.valueOf(services.get(service)).contains(ROOT))
                .map(free -> !free)
                .orElse(true);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .toList();
    }

    private static @Nullable String differenceOfLines(String expected, String actual) {
        if (expected.equals(actual)) {
            return null;
        }
        String difference =
                JsonDifference.find(expected.lines().toList(), actual.lines().toList());
        return difference == null ? "the last line end" : "line " + difference;
    }
}
