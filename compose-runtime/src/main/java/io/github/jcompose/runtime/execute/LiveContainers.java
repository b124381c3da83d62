package io.github.jcompose.runtime.execute;

import io.github.jcompose.runtime.create.ContainerSpec;
import io.github.jcompose.runtime.plan.Observation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The containers of a project as they are while a plan is carried out. */
final class LiveContainers implements ContainerSpec.Peers {
    private record Live(String id, String service, String name, int number) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Live> byId = new HashMap<>();

    LiveContainers(Observation seen) {
        seen.containers().stream()
                .filter(c -> !c.oneOff())
                .forEach(c -> byId.put(c.id(), new Live(c.id(), c.service(), c.name(), c.number())));
    }

    void created(String id, String service, String finalName, int number) {
        lock.lock();
        try {
            byId.put(id, new Live(id, service, finalName, number));
        } finally {
            lock.unlock();
        }
    }

    void removed(String id) {
        lock.lock();
        try {
            byId.remove(id);
        } finally {
            lock.unlock();
        }
    }

    /** {@return the id of the container of the service that the plan made last under that number; null for none} */
    @Nullable
    String made(String service, String name) {
        lock.lock();
        try {
            return byId.values().stream()
                    .filter(c -> c.service.equals(service) && c.name.equals(name))
                    .map(Live::id)
                    .findFirst()
                    .orElse(null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable String firstContainer(String service) {
        lock.lock();
        try {
            return byId.values().stream()
                    .filter(c -> c.service.equals(service))
                    .min(Comparator.comparing(Live::name).thenComparing(Live::id))
                    .map(Live::id)
                    .orElse(null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Map<Integer, String> names(String service) {
        lock.lock();
        try {
            Map<Integer, String> names = new TreeMap<>();
            byId.values().stream()
                    .filter(c -> c.service.equals(service))
                    .sorted(Comparator.comparing(Live::name))
                    .forEach(c -> names.put(c.number, c.name));
            return names;
        } finally {
            lock.unlock();
        }
    }
}
