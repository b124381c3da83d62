package io.github.jcompose.loader.output;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Model;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the list options of {@code config} print, one item a line; sorted where the reference leaves the order open. */
public final class ProjectLists {
    private static final String DEFAULT_PLATFORM = "DOCKER_DEFAULT_PLATFORM";

    private ProjectLists() {}

    /** {@return the names of the enabled services, each behind those it depends on} */
    public static List<String> services(Project project) {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> entered = new TreeSet<>();
        new TreeSet<>(project.services().keySet()).forEach(name -> visit(name, project, entered, ordered));
        return List.copyOf(ordered);
    }

    private static void visit(String name, Project project, Set<String> entered, Set<String> ordered) {
        Service service = project.services().get(name);
        if (service != null && entered.add(name)) {
            new TreeSet<>(service.dependsOn().keySet()).forEach(next -> visit(next, project, entered, ordered));
            ordered.add(name);
        }
    }

    /** {@return the keys of the volumes} */
    public static List<String> volumes(Project project) {
        return sorted(project.volumes().keySet());
    }

    /** {@return the keys of the networks} */
    public static List<String> networks(Project project) {
        return sorted(project.networks().keySet());
    }

    /** {@return the references of the models, not their keys} */
    public static List<String> models(Project project) {
        return project.models().values().stream()
                .map(Model::model)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
    }

    /** {@return the profiles that some service names, enabled or not} */
    public static List<String> profiles(Project project) {
        return Stream.of(project.services(), project.disabledServices())
                .flatMap(services -> services.values().stream())
                .flatMap(service -> service.profiles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * {@return the images of the services and of their {@code pre_start} hooks}
     *
     * @param separator stands between project and service in the name of an image that is built: {@code -},
     *     or {@code _} in compatibility mode
     */
    public static List<String> images(Project project, String separator) {
        List<String> images = new ArrayList<>();
        project.services().forEach((name, service) -> {
            String image = service.image();
            images.add(image == null || image.isEmpty() ? project.name() + separator + name : image);
            service.preStart().stream()
                    .map(Hook::image)
                    .flatMap(Stream::ofNullable)
                    .filter(hook -> !hook.isEmpty() && !images.contains(hook))
                    .forEach(images::add);
        });
        return sorted(images);
    }

    /** {@return the {@link ConfigHash} of each enabled service, by its name} */
    public static SortedMap<String, String> hashes(Project project) {
        SortedMap<String, String> hashes = new TreeMap<>();
        project.services().forEach((name, service) -> hashes.put(name, ConfigHash.of(onPlatform(service, project))));
        return hashes;
    }

    private static Service onPlatform(Service service, Project project) {
        String platform = project.environment().get(DEFAULT_PLATFORM);
        boolean open = service.buildSpec() != null && service.platform() == null;
        return open && platform != null ? service.toBuilder().platform(platform).build() : service;
    }

    /** {@return the variables that interpolation saw, as {@code NAME=value}} */
    public static List<String> environment(Project project) {
        return new TreeMap<>(project.environment())
                .entrySet().stream().map(Map.Entry::toString).toList();
    }

    private static List<String> sorted(Collection<String> items) {
        return items.stream().sorted().toList();
    }
}
