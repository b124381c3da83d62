package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.engine.ContainerSummary;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Filters;
import io.github.jcompose.runtime.engine.MountPoint;
import io.github.jcompose.runtime.engine.VolumeDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what there is with what must be there. */
final class Reality {
    private static final String PROJECT = "com.docker.compose.project";
    private static final String SERVICE = "com.docker.compose.service";
    private static final String NUMBER = "com.docker.compose.container-number";
    private static final String ONE_OFF = "com.docker.compose.oneoff";
    /** What a container that ends by itself may take. */
    private static final long SETTLED_MILLIS = 30_000;

    private final Engine engine;
    private final Reference reference;
    private final Filters ours;
    private final Set<String> seen = new TreeSet<>();

    Reality(Engine engine, Reference reference) {
        this.engine = engine;
        this.reference = reference;
        this.ours = Filters.label(PROJECT, reference.blueprint.name);
    }

    /**
     * Compares, and takes note of what is new.
     *
     * @throws SoakFailure if there is a difference that stays
     */
    void check() throws InterruptedException {
        long end = System.nanoTime() + SETTLED_MILLIS * 1_000_000;
        List<String> differences = differences();
        while (!differences.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
            differences = differences();
        }
        if (!differences.isEmpty()) {
            throw new SoakFailure(String.join("\n", differences));
        }
        new Contents(engine, reference).check();
    }

    private List<String> differences() {
        List<String> differences = new ArrayList<>();
        List<ContainerSummary> left = new ArrayList<>(engine.containers().list(ours, true));
        List<Item> fresh = new ArrayList<>();
        List<Runnable> notes = new ArrayList<>();
        for (Item item : reference.items) {
            if (item.id == null) {
                fresh.add(item);
            } else {
                compare(item, take(left, item), differences, notes);
            }
        }
        for (Item item : fresh) {
            compare(item, takeFresh(left, item), differences, notes);
        }
        left.forEach(it -> differences.add("there should be no container " + it.name() + ", " + it.statusLine()));
        differ(differences, "networks", reference.networks, networks());
        differ(differences, "volumes", reference.volumes, volumes());
        if (differences.isEmpty()) {
            notes.forEach(Runnable::run);
        }
        return differences;
    }

    private static List<ContainerSummary> take(List<ContainerSummary> left, Item item) {
        List<ContainerSummary> found =
                left.stream().filter(it -> it.id().equals(item.id)).toList();
        left.removeAll(found);
        return found;
    }

    private List<ContainerSummary> takeFresh(List<ContainerSummary> left, Item item) {
        List<ContainerSummary> found = left.stream()
                .filter(it -> it.labels().getOrDefault(SERVICE, "").equals(item.service))
                .filter(it -> Boolean.parseBoolean(it.labels().getOrDefault(ONE_OFF, "False")) == item.oneOff)
                .filter(it ->
                        item.oneOff || it.labels().getOrDefault(NUMBER, "").equals(String.valueOf(item.number)))
                .filter(it -> !seen.contains(it.id()))
                .limit(1)
                .toList();
        left.removeAll(found);
        return found;
    }

    private void compare(Item item, List<ContainerSummary> found, List<String> differences, List<Runnable> notes) {
        if (found.isEmpty()) {
            differences.add("no container for " + item + (item.id == null ? ", which is new" : " " + item.id));
            return;
        }
        ContainerSummary real = found.get(0);
        String who = item + ": ";
        differ(
                differences,
                who + "state",
                item.state.name().toLowerCase(Locale.ROOT),
                real.status().word());
        if (item.name != null) {
            differ(differences, who + "name", item.name, real.name());
        }
        String revision = String.valueOf(item.made.revision);
        differ(differences, who + "revision", revision, real.labels().getOrDefault(Part.REVISION, "none"));
        differ(differences, who + "named volumes", prefixed(item.made.volumes), named(real));
        String anonymous = anonymous(real);
        differ(differences, who + "has an anonymous volume", item.made.anonymous, !anonymous.isEmpty());
        if (item.anonymousVolume != null) {
            differ(differences, who + "anonymous volume", item.anonymousVolume, anonymous);
        }
        if (!item.cut && !item.lost) {
            Set<String> wanted = item.made.networks.isEmpty() ? Set.of("none") : prefixed(item.made.networks);
            differ(
                    differences,
                    who + "networks",
                    wanted,
                    new TreeSet<>(real.networks().keySet()));
        }
        notes.add(() -> {
            item.id = real.id();
            item.name = real.name();
            item.anonymousVolume = anonymous.isEmpty() ? null : anonymous;
            seen.add(real.id());
        });
    }

    private Set<String> prefixed(Set<String> keys) {
        return keys.stream()
                .map(key -> reference.blueprint.name + "_" + key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(ContainerSummary real) {
        return real.mounts().stream()
                .filter(m -> m.type().equals("volume") && !m.destination().equals(Contents.ANONYMOUS))
                .map(MountPoint::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String anonymous(ContainerSummary real) {
        return real.mounts().stream()
                .filter(m -> m.destination().equals(Contents.ANONYMOUS))
                .map(MountPoint::name)
                .collect(Collectors.joining());
    }

    private Set<String> networks() {
        return engine.networks().list(ours).stream()
                .map(network -> key(network.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> volumes() {
        return engine.volumes().list(ours).stream()
                .map(volume -> key(volume.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String key(String name) {
        return name.replace(reference.blueprint.name + "_", "");
    }

    /** Looks for anonymous volumes that were to be removed or kept, and removes those kept. */
    void checkAnonymousVolumes() {
        Set<String> there = engine.volumes().list(Filters.none()).stream()
                .map(VolumeDetails::name)
                .collect(Collectors.toSet());
        Set<String> lost = new TreeSet<>(reference.kept);
        lost.removeAll(there);
        Set<String> left = new TreeSet<>(reference.gone);
        left.retainAll(there);
        reference.kept.stream()
                .filter(there::contains)
                .forEach(name -> engine.volumes().remove(name, true));
        if (!lost.isEmpty() || !left.isEmpty()) {
            throw new SoakFailure("anonymous volumes that nobody asked to remove are gone: " + lost
                    + "; those that were to be removed are still there: " + left);
        }
    }

    private static void differ(List<String> differences, String what, Object wanted, Object real) {
        if (!wanted.equals(real)) {
            differences.add(what + ": should be " + wanted + ", but is " + real);
        }
    }
}
