package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.ConfigHash;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import io.github.jcompose.model.Volume;
import io.github.jcompose.runtime.project.ServiceReferences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Creates volumes that are missing, and replaces one that differs if the user agrees to lose its data. */
final class VolumePlanner {
    private final PlanRequest request;
    private final Project project;
    private final Observation seen;
    private final PlanBuilder plan;
    private final Map<String, Integer> creations = new HashMap<>();
    private final Set<String> emptied = new TreeSet<>();

    VolumePlanner(PlanRequest request, Observation seen, PlanBuilder plan) {
        this.request = request;
        this.project = request.project();
        this.seen = seen;
        this.plan = plan;
    }

    void plan() {
        new TreeMap<>(project.volumes()).forEach((key, volume) -> {
            if (!volume.external()) {
                plan(key, volume);
            }
        });
    }

    private void plan(String key, Volume wanted) {
        String name = wanted.name() == null ? key : wanted.name();
        Observation.Volume live = seen.volumes().get(key);
        if (live == null) {
            creations.put(key, plan.add(new Step.CreateVolume(key, name), "not found", List.of()));
        } else if (live.configHash() == null || live.configHash().equals(ConfigHash.of(wanted))) {
            return;
        } else if (!live.name().equals(name)) {
            String reason = "volume renamed from " + live.name() + ", which stays";
            creations.put(key, plan.add(new Step.CreateVolume(key, name), reason, List.of()));
        } else if (request.confirm()
                .test("Volume \"" + name
                        + "\" exists but doesn't match configuration in compose file. Recreate (data will be lost)?")) {
            replace(key, name);
        }
    }

    private void replace(String key, String name) {
        String reason = "volume configuration changed";
        List<Integer> removed = new ArrayList<>();
        for (String service : users(key)) {
            emptied.add(service);
            for (Observation.Container container : seen.containersOf(service)) {
                int stop = plan.stop(container, reason, List.of(), null);
                removed.add(plan.remove(container, reason, List.of(stop), null));
            }
        }
        int removal = plan.add(new Step.RemoveVolume(key, name, false), reason, removed);
        creations.put(key, plan.add(new Step.CreateVolume(key, name), reason, List.of(removal)));
    }

    private Set<String> users(String key) {
        Set<String> users = new TreeSet<>();
        project.services().forEach((name, service) -> {
            if (mounts(service, key)) {
                users.add(name);
            }
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, Service> entry : project.services().entrySet()) {
                if (ServiceReferences.volumeParents(entry.getValue()).stream().anyMatch(users::contains)) {
                    grown |= users.add(entry.getKey());
                }
            }
        }
        return users;
    }

    private static boolean mounts(Service service, String key) {
        return service.volumes().stream().anyMatch(m -> Mount.VOLUME.equals(m.type()) && key.equals(m.source()));
    }

    /** {@return the steps that create volumes of the service} */
    List<Integer> creationsFor(Service service) {
        List<Integer> steps = new ArrayList<>();
        for (Mount mount : service.volumes()) {
            Integer step =
                    Mount.VOLUME.equals(mount.type()) && mount.source() != null ? creations.get(mount.source()) : null;
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** {@return whether all containers of the service go because of a volume} */
    boolean empties(String service) {
        return emptied.contains(service);
    }
}
