package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.soak.Item.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What must be there. It knows the rules of the operations from their description, and nothing of the code that carries
 * them out.
 */
final class Reference {
    /** When containers are replaced. */
    enum Replace {
        IF_CHANGED,
        ALWAYS,
        NEVER
    }

    /**
     * What {@code up} and the like bring about.
     *
     * @param targets the services
     * @param named those among them that the first way of replacing is for; empty for all
     * @param renew whether anonymous volumes are not taken over
     * @param start whether what was made is started
     * @param scale in place of what the file says
     */
    record Wish(
            Set<String> targets,
            Set<String> named,
            Replace ofNamed,
            Replace ofOthers,
            boolean renew,
            boolean start,
            Map<String, Integer> scale) {
        static Wish of(Set<String> targets) {
            return new Wish(targets, Set.of(), Replace.IF_CHANGED, Replace.IF_CHANGED, false, true, Map.of());
        }

        Replace of(String key) {
            return named.isEmpty() || named.contains(key) ? ofNamed : ofOthers;
        }
    }

    final Blueprint blueprint;
    final List<Item> items = new ArrayList<>();
    final Set<String> networks = new TreeSet<>();
    final Set<String> volumes = new TreeSet<>();
    /** What was written into named volumes. */
    final Map<String, String> data = new HashMap<>();
    /** Anonymous volumes that nothing uses, and that nobody was asked to remove. */
    final Set<String> kept = new TreeSet<>();
    /** Anonymous volumes that were to be removed. */
    final Set<String> gone = new TreeSet<>();

    Reference(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    List<Item> of(String key) {
        return items.stream().filter(i -> !i.oneOff && i.service.equals(key)).toList();
    }

    List<Item> where(Predicate<Item> condition) {
        return items.stream().filter(condition).toList();
    }

    boolean isOrphan(Item item) {
        return !item.oneOff && !blueprint.knows(item.service);
    }

    /** {@return whether the engine can start it} */
    boolean canStart(Item item) {
        return !item.lost && networks.containsAll(item.made.networks);
    }

    void converge(Wish wish) {
        for (String key : wish.targets) {
            networks.addAll(blueprint.part(key).networks);
            volumes.addAll(blueprint.part(key).volumes);
        }
        wish.targets.forEach(key -> converge(blueprint.part(key), wish));
    }

    private void converge(Part part, Wish wish) {
        Replace replace = wish.of(part.key);
        Predicate<Item> isOld = item -> replace == Replace.ALWAYS
                || replace == Replace.IF_CHANGED && (!item.form.equals(part.form()) || item.cut || item.lost);
        List<Item> existing = new ArrayList<>(of(part.key));
        int last = existing.stream().mapToInt(i -> i.number).max().orElse(0);
        existing.sort(Comparator.comparing(isOld::test).thenComparing(i -> i.number));
        int wanted = wish.scale.getOrDefault(part.key, part.scale);
        for (int i = 0; i < existing.size(); i++) {
            Item item = existing.get(i);
            if (i >= wanted) {
                remove(item, true);
            } else if (isOld.test(item)) {
                replace(item, part, wish.renew);
            } else if (item.state == State.PAUSED) {
                item.state = State.RUNNING;
            }
        }
        for (int i = existing.size(); i < wanted; i++) {
            last++;
            items.add(new Item(part, last, State.CREATED, part.name(blueprint.name, last)));
        }
        if (wish.start) {
            of(part.key).forEach(Reference::start);
        }
    }

    private void replace(Item old, Part part, boolean renew) {
        items.remove(old);
        Item item = new Item(part, old.number, State.CREATED, part.name(blueprint.name, old.number));
        items.add(item);
        String volume = old.anonymousVolume;
        if (volume == null) {
            return;
        }
        if (renew) {
            gone.add(volume);
        } else if (part.anonymous) {
            item.anonymousVolume = volume;
        } else {
            kept.add(volume);
        }
    }

    static void start(Item item) {
        item.state = item.made.job ? State.EXITED : State.RUNNING;
    }

    static void end(Item item) {
        if (item.isActive()) {
            item.state = State.EXITED;
        }
    }

    void remove(Item item, boolean withVolume) {
        items.remove(item);
        String volume = item.anonymousVolume;
        if (volume != null) {
            (withVolume ? gone : kept).add(volume);
        }
    }

    /** Removes what {@code up --remove-orphans} does. */
    void removeOrphans() {
        where(i -> i.oneOff ? i.state == State.EXITED : isOrphan(i)).forEach(i -> remove(i, false));
    }

    /** Takes services down, and what they alone use of the given networks and volumes. */
    void down(Set<String> services, boolean orphans, Set<String> theirNetworks, Set<String> theirVolumes) {
        where(i -> !i.oneOff && services.contains(i.service)).forEach(i -> remove(i, true));
        if (orphans) {
            where(i -> i.oneOff || isOrphan(i)).forEach(i -> remove(i, false));
        }
        for (String network : theirNetworks) {
            if (items.stream().noneMatch(i -> i.isActive() && !i.cut && i.made.networks.contains(network))) {
                networks.remove(network);
                where(i -> i.state != State.CREATED && i.made.networks.contains(network))
                        .forEach(i -> i.lost = true);
            }
        }
        for (String volume : theirVolumes) {
            if (items.stream().noneMatch(i -> i.made.volumes.contains(volume))) {
                volumes.remove(volume);
                data.remove(volume);
            }
        }
    }

    /** {@return a container that has the volume; null if there is none} */
    @Nullable
    Item mounting(String volume) {
        return items.stream()
                .filter(i -> i.made.volumes.contains(volume))
                .findFirst()
                .orElse(null);
    }
}
