package io.github.jcompose.cli.command;

import io.github.jcompose.model.Project;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command acts on: a loaded project, or only the name of one that the engine knows; and which of its services.
 *
 * @param name the name of the project
 * @param project the project; null if only its name is known
 * @param services the services that were named, patterns replaced by the names they match; empty for all
 */
record Selection(String name, @Nullable Project project, List<String> services) {
    /** {@return what the arguments of the call name, for commands that act on what is there} */
    static Selection of(Invocation call) {
        return of(call, call.arguments().rest());
    }

    /** {@return the project or its name, and these services} */
    static Selection of(Invocation call, List<String> patterns) {
        return call.projects().select(patterns);
    }

    /** {@return a selection of services of a project that is narrowed to them and what they depend on} */
    static Selection in(Project project, List<String> patterns) {
        return new Selection(project.name(), project, matching(project, patterns));
    }

    /** Does one thing with a project, or its counterpart with a name. */
    void act(Consumer<Project> withProject, Consumer<String> withName) {
        if (project != null) {
            withProject.accept(project);
        } else {
            withName.accept(name);
        }
    }

    /** {@return what one question says of a project, or its counterpart of a name} */
    <T> T ask(Function<Project, T> ofProject, Function<String, T> ofName) {
        return project != null ? ofProject.apply(project) : ofName.apply(name);
    }

    private static List<String> matching(Project project, List<String> patterns) {
        Set<String> names = new LinkedHashSet<>();
        for (String pattern : patterns) {
            if (pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[')) {
                names.add(pattern);
                continue;
            }
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            project.services().keySet().stream()
                    .filter(service -> matcher.matches(Path.of(service)))
                    .forEach(names::add);
        }
        return new ArrayList<>(names);
    }
}
