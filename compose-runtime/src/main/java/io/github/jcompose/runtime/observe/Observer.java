package io.github.jcompose.runtime.observe;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.NetworkDetails;
import io.github.jcompose.runtime.engine.VolumeDetails;
import io.github.jcompose.runtime.plan.Observation;
import io.github.jcompose.runtime.project.Labels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at what there is of a project: one call per kind of thing, two for volumes. */
public final class Observer {
    private final Engine engine;
    private final Project project;
    private final List<String> warnings = new ArrayList<>();

    /** Looks for that project. */
    public Observer(Engine engine, Project project) {
        this.engine = engine;
        this.project = project;
    }

    /**
     * {@return what there is}
     *
     * @param images the identities of the images by service
     * @throws ComposeException if an external network or volume is not there
     */
    public Observation observe(Map<String, String> images) {
        List<Observation.Container> containers = Observed.containers(ProjectContainers.all(engine, project.name()));
        Map<String, Observation.Network> networks = networks();
        return new Observation(identified(containers, networks.values()), networks, volumes(), images);
    }

    /** Podman tells the names of a container's networks for their ids. */
    private static List<Observation.Container> identified(
            List<Observation.Container> containers, Collection<Observation.Network> networks) {
        Map<String, String> ids = new HashMap<>();
        networks.forEach(network -> ids.put(network.name(), network.id()));
        return containers.stream()
                .map(container -> container.withNetworks((name, id) -> id.equals(name) ? ids.getOrDefault(id, id) : id))
                .toList();
    }

    /** {@return what the user should know of what was seen} */
    public List<String> warnings() {
        return warnings;
    }

    private Map<String, Observation.Network> networks() {
        Map<String, Observation.Network> found = new HashMap<>();
        if (project.networks().isEmpty()) {
            return found;
        }
        List<NetworkDetails> all = engine.networks().list(Filters.none());
        new TreeMap<>(project.networks()).forEach((key, network) -> {
            String name = network.name() == null ? key : network.name();
            if (network.external()) {
                found.put(key, external(name, all));
                return;
            }
            Optional<NetworkDetails> own = choose(
                    name, NetworkDetails::name, all.stream().filter(n -> isOwn(n.labels(), Labels.NETWORK, key)));
            own.ifPresentOrElse(
                    n -> found.put(
                            key,
                            new Observation.Network(n.id(), n.name(), n.labels().get(Labels.CONFIG_HASH))),
                    () -> unmanaged(key, name, all, found));
        });
        return found;
    }

    private static Observation.Network external(String name, List<NetworkDetails> all) {
        List<NetworkDetails> named =
                all.stream().filter(n -> n.name().equals(name)).toList();
        if (named.isEmpty()) {
            named = all.stream().filter(n -> n.id().equals(name)).toList();
        }
        if (named.isEmpty()) {
            throw new ComposeException("network " + name + " declared as external, but could not be found;"
                    + " create it with: docker network create " + name);
        }
        if (named.size() > 1) {
            throw new ComposeException("network " + name + " declared as external, but there are " + named.size()
                    + " of that name; give its id as the name");
        }
        return new Observation.Network(named.get(0).id(), named.get(0).name(), null);
    }

    private void unmanaged(String key, String name, List<NetworkDetails> all, Map<String, Observation.Network> found) {
        all.stream().filter(n -> n.name().equals(name)).findFirst().ifPresent(n -> {
            warnings.add("a network with name " + name + " exists but was not created for project \"" + project.name()
                    + "\"; set `external: true` to use an existing network");
            found.put(key, new Observation.Network(n.id(), n.name(), null));
        });
    }

    private Map<String, Observation.Volume> volumes() {
        Map<String, Observation.Volume> found = new HashMap<>();
        if (project.volumes().isEmpty()) {
            return found;
        }
        List<VolumeDetails> own = engine.volumes().list(Filters.label(Labels.PROJECT, project.name()));
        Map<String, Volume> missing = new TreeMap<>();
        new TreeMap<>(project.volumes()).forEach((key, volume) -> {
            Optional<VolumeDetails> live = volume.external()
                    ? Optional.empty()
                    : choose(
                            nameOf(key, volume),
                            VolumeDetails::name,
                            own.stream().filter(v -> isOwn(v.labels(), Labels.VOLUME, key)));
            live.ifPresentOrElse(
                    v -> found.put(
                            key, new Observation.Volume(v.name(), v.labels().get(Labels.CONFIG_HASH))),
                    () -> missing.put(key, volume));
        });
        if (!missing.isEmpty()) {
            others(missing, found);
        }
        return found;
    }

    private void others(Map<String, Volume> missing, Map<String, Observation.Volume> found) {
        Filters names = Filters.none();
        for (Map.Entry<String, Volume> entry : missing.entrySet()) {
            names = names.and("name", nameOf(entry.getKey(), entry.getValue()));
        }
        List<String> there =
                engine.volumes().list(names).stream().map(VolumeDetails::name).toList();
        missing.forEach((key, volume) -> {
            String name = nameOf(key, volume);
            if (there.contains(name)) {
                found.put(key, new Observation.Volume(name, null));
                if (!volume.external()) {
                    warnings.add("volume \"" + name + "\" already exists but was not created for project \""
                            + project.name() + "\"; set `external: true` to use an existing volume");
                }
            } else if (volume.external()) {
                throw new ComposeException(
                        "external volume \"" + name + "\" not found; create it with: docker volume create " + name);
            }
        });
    }

    private static String nameOf(String key, Volume volume) {
        return volume.name() == null ? key : volume.name();
    }

    private boolean isOwn(Map<String, String> labels, String kind, String key) {
        return project.name().equals(labels.get(Labels.PROJECT)) && key.equals(labels.get(kind));
    }

    private static <T> Optional<T> choose(String name, Function<T, String> nameOf, Stream<T> candidates) {
        List<T> sorted = candidates.sorted(Comparator.comparing(nameOf)).toList();
        return sorted.stream()
                .filter(c -> nameOf.apply(c).equals(name))
                .findFirst()
                .or(() -> sorted.stream().findFirst());
    }
}
