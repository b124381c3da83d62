package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.model.Project;
import java.util.List;
import java.util.Map;

/**
 * The name of the project that is meant; its files are read only if nothing else tells it.
 *
 * @param name in lower case
 * @param environment the variables of the process, and of the project if it was read
 */
record NamedProject(String name, Map<String, String> environment) {
    static NamedProject of(Invocation call) {
        Arguments global = call.global();
        Map<String, String> variables = call.surroundings().environment();
        String name = global.text(GlobalFlags.PROJECT_NAME);
        if (name == null) {
            name = variables.getOrDefault("COMPOSE_PROJECT_NAME", "");
        }
        if (!name.isEmpty()) {
            return new NamedProject(Projects.checkedName(name), variables);
        }
        Project project =
                call.loader(List.of()).resolveEnvironment(false).build().load();
        return new NamedProject(project.name(), project.environment());
    }
}
