package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Nearest;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.PsOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks names of services for commands that act on containers, whatever the compose file says by now. */
final class KnownServices {
    private KnownServices() {}

    /**
     * Refuses names that neither the project nor a container of it has.
     *
     * @throws ComposeException naming the one that may have been meant
     */
    static void check(Compose compose, Selection selection, List<String> named) {
        Set<String> known = new TreeSet<>();
        Project project = selection.project();
        if (project != null) {
            known.addAll(project.services().keySet());
            known.addAll(project.disabledServices().keySet());
        }
        if (known.containsAll(named)) {
            return;
        }
        compose.ps(selection.name(), PsOptions.builder().all(true).build()).stream()
                .map(ContainerInfo::service)
                .forEach(known::add);
        for (String service : named) {
            if (!known.contains(service)) {
                String near = Nearest.to(service, known);
                String hint = near != null
                        ? "; did you mean \"" + near + "\"?"
                        : known.isEmpty() ? "" : "; there are " + String.join(", ", known);
                throw new ComposeException(
                        "no such service: " + service + " in project \"" + selection.name() + "\"" + hint);
            }
        }
    }
}
