package io.github.jcompose.cli.command;

import io.github.jcompose.cli.complete.Names;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.ProjectInfo;
import io.github.jcompose.runtime.PsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks the files and the engine for names. What cannot be answered is left out: a shell only wants to help. */
record KnownNames(Invocation call) implements Names {
    @Override
    public List<String> services() {
        String name = call.global().text(GlobalFlags.PROJECT_NAME);
        if (name != null && !call.global().given(GlobalFlags.FILE)) {
            return orNone(() -> servicesOnEngine(name));
        }
        return orNone(() -> {
            Project project = whole();
            List<String> names = new ArrayList<>(project.services().keySet());
            names.addAll(project.disabledServices().keySet());
            return names;
        });
    }

    private List<String> servicesOnEngine(String project) {
        try (Compose compose = call.connect()) {
            return compose.ps(project, PsOptions.builder().all(true).build()).stream()
                    .map(ContainerInfo::service)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public List<String> profiles() {
        return orNone(() -> {
            TreeSet<String> profiles = new TreeSet<>();
            whole().services().values().forEach(service -> profiles.addAll(service.profiles()));
            return new ArrayList<>(profiles);
        });
    }

    private Project whole() {
        return call.loader(List.of())
                .profiles(List.of("*"))
                .checkConsistency(false)
                .resolveEnvironment(false)
                .warnings(problem -> {})
                .build()
                .load();
    }

    @Override
    public List<String> projects() {
        return orNone(() -> {
            try (Compose compose = call.connect()) {
                return compose.projects(true).stream().map(ProjectInfo::name).toList();
            }
        });
    }

    @Override
    public List<String> contexts() {
        return orNone(() -> {
            Path folder = call.engineAddress().settings();
            List<String> names = new ArrayList<>(List.of("default"));
            try (Stream<Path> metas = Files.walk(folder.resolve("contexts").resolve("meta"), 2)) {
                for (Path file : metas.filter(path -> path.endsWith("meta.json"))
                        .sorted()
                        .toList()) {
                    if (Json.parse(Files.readAllBytes(file)) instanceof Map<?, ?> meta
                            && meta.get("Name") instanceof String name) {
                        names.add(name);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        });
    }

    private static List<String> orNone(Supplier<List<String>> names) {
        try {
            return names.get();
        } catch (ComposeException | UncheckedIOException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
