package io.github.jcompose.runtime.plan;

import io.github.jcompose.runtime.project.Labels;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an engine holds of a project at one moment.
 *
 * @param containers all of the project, one-off and stopped ones too
 * @param networks by the key in the project: those that bear its label, that have its name, or that are external
 * @param volumes by the key in the project, as {@code networks}
 * @param images the identity of the image that each service would be created from now; none if it is missing
 * @param imageVolumes what stands for the images that each service would mount now; none if it mounts none
 */
public record Observation(
        List<Container> containers,
        Map<String, Network> networks,
        Map<String, Volume> volumes,
        Map<String, String> images,
        Map<String, String> imageVolumes) {

    public Observation {
        imageVolumes = Map.copyOf(imageVolumes);
        containers = List.copyOf(containers);
        networks = Map.copyOf(networks);
        volumes = Map.copyOf(volumes);
        images = Map.copyOf(images);
    }

    /** Creates what there is where no service mounts an image. */
    public Observation(
            List<Container> containers,
            Map<String, Network> networks,
            Map<String, Volume> volumes,
            Map<String, String> images) {
        this(containers, networks, volumes, images, Map.of());
    }

    /** {@return the same, with what stands for the images that services mount} */
    public Observation withImageVolumes(Map<String, String> found) {
        return new Observation(containers, networks, volumes, images, found);
    }

    /** Nothing at all. */
    public static final Observation NOTHING = new Observation(List.of(), Map.of(), Map.of(), Map.of());

    /**
     * A container.
     *
     * @param created seconds since 1970
     * @param state running, exited, created, restarting, paused, removing or dead
     * @param networks ids of the networks it is on, by name
     * @param mounts all but tmpfs
     */
    public record Container(
            String id,
            String name,
            long created,
            String state,
            Map<String, String> labels,
            Map<String, String> networks,
            List<Mount> mounts) {

        /** {@return the same container, with ids of its networks that are told by name and former id} */
        public Container withNetworks(BinaryOperator<String> id) {
            Map<String, String> identified = new LinkedHashMap<>(networks);
            identified.replaceAll(id);
            return new Container(this.id, name, created, state, labels, identified, mounts);
        }

        /** {@return the service that it was made for} */
        public String service() {
            return labels.getOrDefault(Labels.SERVICE, "");
        }

        /** {@return the number of the replica; 0 if the label is absent or no number} */
        public int number() {
            try {
                return Integer.parseInt(labels.getOrDefault(Labels.CONTAINER_NUMBER, "0"));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /** {@return whether {@code run} made it} */
        public boolean oneOff() {
            return Labels.YES.equals(labels.get(Labels.ONE_OFF));
        }

        /** {@return the anonymous volumes that it took over; removing it does not remove them} */
        public List<String> inheritedVolumes() {
            String names = labels.getOrDefault(Labels.INHERITED_VOLUMES, "");
            return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
        }

        /** {@return whether its process runs} */
        public boolean running() {
            return state.equals("running");
        }

        /** {@return whether it must be stopped before it can be removed without force} */
        public boolean active() {
            return running() || state.equals("paused") || state.equals("restarting");
        }
    }

    /**
     * What is mounted in a container.
     *
     * @param type bind or volume, mostly
     * @param name of the volume; empty for a bind
     */
    public record Mount(String type, String name, String destination) {}

    /**
     * A network.
     *
     * @param configHash of its label; null if it has none, so that it is taken as it is
     */
    public record Network(String id, String name, @Nullable String configHash) {}

    /**
     * A volume.
     *
     * @param configHash of its label; null if it has none, so that it is taken as it is
     */
    public record Volume(String name, @Nullable String configHash) {}

    /** {@return the containers of a service without one-off ones, the lowest number first} */
    public List<Container> containersOf(String service) {
        return containers.stream()
                .filter(c -> !c.oneOff() && c.service().equals(service))
                .sorted(Comparator.comparingInt(Container::number)
                        .thenComparingLong(Container::created)
                        .thenComparing(Container::name))
                .toList();
    }

    /** {@return the id of the container of the service whose name comes first; null if it has none} */
    public @Nullable String firstContainer(String service) {
        return containersOf(service).stream()
                .min(Comparator.comparing(Container::name))
                .map(Container::id)
                .orElse(null);
    }
}
