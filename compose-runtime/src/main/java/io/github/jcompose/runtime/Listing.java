package io.github.jcompose.runtime;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.Health;
import io.github.jcompose.runtime.observe.ProjectContainers;
import io.github.jcompose.runtime.project.LabelledProject;
import io.github.jcompose.runtime.project.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what there is. */
final class Listing {
    private static final Set<String> ACTIVE = Set.of("running", "paused", "restarting");
    private static final Pattern EXIT = Pattern.compile("Exited \\((-?[0-9]+)\\).*");

    private final Engine engine;

    Listing(Connection connection) {
        this.engine = connection.engine();
    }

    List<ContainerInfo> ps(Project project, PsOptions options) {
        boolean all = options.all() || !options.states().isEmpty();
        Filters filters = ProjectContainers.filter(project.name());
        // Asked for those that run, Podman leaves out those that are paused.
        return engine.containers().list(all ? filters : filters.andLabel(Labels.ONE_OFF, Labels.NO), true).stream()
                .map(Listing::info)
                .filter(c -> all || ACTIVE.contains(c.state()))
                .filter(c -> options.services().isEmpty() || options.services().contains(c.service()))
                .filter(c -> options.states().isEmpty() || options.states().contains(c.state()))
                .filter(c -> !options.withoutOrphans()
                        || project.services().containsKey(c.service())
                        || project.disabledServices().containsKey(c.service()))
                .sorted(Comparator.comparing(ContainerInfo::name))
                .toList();
    }

    private static ContainerInfo info(ContainerSummary container) {
        Map<String, String> labels = container.labels();
        String number = labels.getOrDefault(Labels.CONTAINER_NUMBER, "");
        Matcher exit = EXIT.matcher(container.statusLine());
        Health.Status health = container.health().status();
        return new ContainerInfo(
                container.id(),
                container.name(),
                labels.getOrDefault(Labels.PROJECT, ""),
                labels.getOrDefault(Labels.SERVICE, ""),
                number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0,
                Labels.YES.equals(labels.get(Labels.ONE_OFF)),
                container.image(),
                container.command(),
                container.created(),
                container.status().word(),
                container.statusLine(),
                health == Health.Status.NONE ? "" : health.word(),
                exit.matches() ? Integer.parseInt(exit.group(1)) : 0,
                container.ports().stream()
                        .map(p -> new ContainerInfo.PublishedPort(
                                p.hostIp(), p.hostPort() == 0 ? null : p.hostPort(), p.containerPort(), p.protocol()))
                        .toList(),
                labels,
                container.mounts().stream()
                        .map(m -> m.name().isEmpty() ? m.source() : m.name())
                        .toList(),
                (int) container.mounts().stream()
                        .filter(m -> m.driver().equals("local"))
                        .count(),
                List.copyOf(container.networks().keySet()));
    }

    List<ProjectInfo> projects(boolean all) {
        Map<String, List<ContainerSummary>> byProject = new TreeMap<>();
        for (ContainerSummary container : engine.containers().list(Filters.label(Labels.PROJECT), all)) {
            byProject
                    .computeIfAbsent(container.labels().getOrDefault(Labels.PROJECT, ""), k -> new ArrayList<>())
                    .add(container);
        }
        List<ProjectInfo> projects = new ArrayList<>();
        byProject.forEach((name, containers) -> {
            Map<String, Integer> states = new TreeMap<>();
            TreeSet<String> files = new TreeSet<>();
            for (ContainerSummary container : containers) {
                states.merge(container.status().word(), 1, Integer::sum);
                for (String file :
                        container.labels().getOrDefault(Labels.CONFIG_FILES, "").split(",")) {
                    if (!file.isEmpty()) {
                        files.add(file);
                    }
                }
            }
            projects.add(new ProjectInfo(name, states, List.copyOf(files)));
        });
        return projects;
    }

    /**
     * {@return the project as its containers tell it}
     *
     * @throws ComposeException if a service of that name is not among them
     */
    Project project(String name, Collection<String> services) {
        LabelledProject labelled = new LabelledProject(name.toLowerCase(Locale.ROOT));
        ProjectContainers.all(engine, name).forEach(c -> labelled.addContainer(c.image(), c.labels()));
        Project project = labelled.project();
        for (String service : services) {
            if (!project.services().containsKey(service)) {
                throw new ComposeException("no such service: \"" + service + "\": not found in project " + name);
            }
        }
        return project;
    }

    /** {@return the project as its containers, networks and volumes tell it} */
    Project wholeProject(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        LabelledProject labelled = new LabelledProject(key);
        ProjectContainers.all(engine, name).forEach(c -> labelled.addContainer(c.image(), c.labels()));
        Filters own = Filters.label(Labels.PROJECT, key);
        engine.networks().list(own).forEach(n -> labelled.addNetwork(n.name(), n.labels()));
        engine.volumes().list(own).forEach(v -> labelled.addVolume(v.name(), v.labels()));
        return labelled.project();
    }

    /** {@return those of the services that the project has} */
    List<String> known(Project project, List<String> services) {
        return services.stream().filter(project.services()::containsKey).toList();
    }
}
