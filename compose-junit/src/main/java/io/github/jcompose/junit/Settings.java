package io.github.jcompose.junit;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.EnvironmentOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and how.
 *
 * @param source gives the project in place of the files; null for the files
 * @param key what must be the same for tests to share an environment
 */
record Settings(
        List<String> files,
        List<String> services,
        List<String> profiles,
        Map<String, String> variables,
        @Nullable Supplier<Project> source,
        UnaryOperator<Project> change,
        EnvironmentOptions options,
        Sharing sharing,
        String saveFailuresIn,
        Object key) {

    static Settings of(ComposeEnvironment annotation, Object key) {
        return ComposeExtension.builder()
                .files(annotation.files())
                .services(annotation.services())
                .profiles(annotation.profiles())
                .sharing(annotation.sharing())
                .saveFailuresIn(annotation.saveFailuresIn())
                .options(EnvironmentOptions.isolated()
                        .randomPorts(annotation.randomPorts())
                        .fixedNames(annotation.fixedNames())
                        .reuse(annotation.reuse())
                        .timeout(java.time.Duration.ofSeconds(annotation.timeoutSeconds()))
                        .build())
                .settings(key);
    }

    /** {@return the same, shared in that way} */
    Settings with(Sharing other) {
        return new Settings(files, services, profiles, variables, source, change, options, other, saveFailuresIn, key);
    }

    /** {@return the project to start} */
    Project project() {
        Project project = source == null ? load() : source.get();
        return change.apply(project);
    }

    private Project load() {
        return ComposeLoader.builder()
                .files(files)
                .services(services)
                .profiles(profiles)
                .environment(variables)
                .build()
                .load();
    }
}
