package io.github.jcompose.loader.select;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.syntax.Glob;
import io.github.jcompose.loader.tree.Problems;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Narrows a project to the services that profiles enable and a user names. */
public final class Selection {
    private Selection() {}

    /** {@return the project with the services that the profiles do not enable set aside} */
    public static Project enable(Project project, Collection<String> profiles) {
        Map<String, Service> enabled = new LinkedHashMap<>();
        Map<String, Service> disabled = new LinkedHashMap<>();
        Set<String> active = new HashSet<>(profiles);
        Map<String, Service> all = new LinkedHashMap<>(project.services());
        all.putAll(project.disabledServices());
        all.forEach((name, service) -> (isEnabled(service, active) ? enabled : disabled).put(name, service));
        return project.toBuilder()
                .services(enabled)
                .disabledServices(disabled)
                .profiles(List.copyOf(profiles))
                .build();
    }

    private static boolean isEnabled(Service service, Set<String> profiles) {
        return service.profiles().isEmpty()
                || profiles.contains("*")
                || service.profiles().stream().anyMatch(profiles::contains);
    }

    /** {@return the profiles with those of the services that the patterns name} */
    public static Set<String> profilesOf(Project project, List<String> patterns, Collection<String> profiles) {
        Set<String> all = new LinkedHashSet<>(profiles);
        project.disabledServices().forEach((name, service) -> {
            if (patterns.contains(name)) {
                all.addAll(service.profiles());
            }
        });
        return all;
    }

    /**
     * {@return the project with the services that the patterns name, and what these depend on}
     *
     * @throws ComposeFileException if a pattern names no service
     */
    public static Project narrow(Project project, List<String> patterns, Problems problems) {
        if (patterns.isEmpty()) {
            return project;
        }
        Set<String> chosen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String pattern : patterns) {
            List<String> matching = project.services().keySet().stream()
                    .filter(name -> Glob.matches(pattern, name))
                    .toList();
            if (matching.isEmpty()) {
                String hint = problems.didYouMean(pattern, project.services().keySet());
                throw problems.fail(null, "", "no such service: " + pattern, hint);
            }
            open.addAll(matching);
        }
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            Service service = project.services().get(name);
            if (service != null && chosen.add(name)) {
                service.dependsOn().keySet().forEach(open::addLast);
            }
        }
        return keep(project, chosen);
    }

    /** {@return the project with these services only; the others are set aside} */
    private static Project keep(Project project, Set<String> names) {
        Map<String, Service> kept = new LinkedHashMap<>();
        Map<String, Service> disabled = new LinkedHashMap<>(project.disabledServices());
        project.services().forEach((name, service) -> {
            if (names.contains(name)) {
                Map<String, Dependency> dependencies = new LinkedHashMap<>(service.dependsOn());
                dependencies.keySet().retainAll(names);
                boolean same = dependencies.size() == service.dependsOn().size();
                kept.put(
                        name,
                        same
                                ? service
                                : service.toBuilder().dependsOn(dependencies).build());
            } else {
                disabled.put(name, service);
            }
        });
        return project.toBuilder().services(kept).disabledServices(disabled).build();
    }

    /** {@return the project without the networks, volumes, configs, secrets and models that no service uses} */
    public static Project withoutUnused(Project project) {
        Set<String> networks = new HashSet<>();
        Set<String> volumes = new HashSet<>();
        Set<String> configs = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        Set<String> models = new HashSet<>();
        for (Service service : project.services().values()) {
            networks.addAll(service.networks().keySet());
            models.addAll(service.models().keySet());
            for (Mount mount : service.volumes()) {
                if (Mount.VOLUME.equals(mount.type()) && mount.source() != null) {
                    volumes.add(mount.source());
                }
            }
            sources(service.configs(), configs);
            sources(service.secrets(), secrets);
            if (service.buildSpec() != null) {
                sources(service.buildSpec().secrets(), secrets);
            }
        }
        return project.toBuilder()
                .networks(only(project.networks(), networks::contains))
                .volumes(only(project.volumes(), volumes::contains))
                .configs(only(project.configs(), configs::contains))
                .secrets(only(project.secrets(), secrets::contains))
                .models(only(project.models(), models::contains))
                .build();
    }

    private static void sources(List<FileReference> references, Set<String> names) {
        for (FileReference reference : references) {
            if (reference.source() != null) {
                names.add(reference.source());
            }
        }
    }

    private static <T> Map<String, T> only(Map<String, T> objects, Predicate<String> used) {
        Map<String, T> kept = new LinkedHashMap<>();
        objects.forEach((name, object) -> {
            if (used.test(name)) {
                kept.put(name, object);
            }
        });
        return kept;
    }
}
