package io.github.jcompose.runtime.soak;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The random project: what its compose file says now. */
final class Blueprint {
    private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f");

    final String name;
    private final Map<String, Part> parts = new TreeMap<>();
    private boolean extra;

    private Blueprint(String name) {
        this.name = name;
    }

    static Blueprint random(String name, Random random) {
        Blueprint blueprint = new Blueprint(name);
        int size = 2 + random.nextInt(4);
        for (String key : KEYS.subList(0, size)) {
            blueprint.parts.put(key, blueprint.part(key, random));
        }
        return blueprint;
    }

    private Part part(String key, Random random) {
        Part part = new Part(key);
        part.job = random.nextInt(6) == 0;
        part.optional = random.nextInt(6) == 0;
        part.anonymous = random.nextInt(3) == 0;
        part.config = random.nextInt(4) == 0;
        part.named = random.nextInt(10) == 0;
        part.scale = part.named || part.job || random.nextInt(3) > 0 ? 1 : 2;
        parts.forEach((other, it) -> {
            if (random.nextInt(3) == 0 && (!it.optional || part.optional)) {
                part.needs.add(other);
            }
        });
        for (String network : List.of("n0", "n1", "n2")) {
            if (random.nextInt(3) == 0) {
                part.networks.add(network);
            }
        }
        for (String volume : List.of("v0", "v1")) {
            if (random.nextInt(3) == 0) {
                part.volumes.add(volume);
            }
        }
        return part;
    }

    /** Edits the file; {@return what was edited} */
    String change(Random random) {
        List<String> there = new ArrayList<>(parts.keySet());
        Part part = part(there.get(random.nextInt(there.size())));
        switch (random.nextInt(8)) {
            case 0 -> {
                if (!part.networks.remove("n1")) {
                    part.networks.add("n1");
                }
                return "networks of " + part.key + " are " + part.networks;
            }
            case 1 -> {
                part.anonymous = !part.anonymous;
                return "anonymous volume of " + part.key + ": " + part.anonymous;
            }
            case 2 -> {
                if (!part.volumes.remove("v1")) {
                    part.volumes.add("v1");
                }
                return "volumes of " + part.key + " are " + part.volumes;
            }
            case 3 -> {
                part.scale = part.named || part.job ? 1 : random.nextInt(4);
                return "scale of " + part.key + ": " + part.scale;
            }
            case 4 -> {
                extra = !extra;
                return "profile: " + extra;
            }
            case 5 -> {
                return addOrRemove(part, random);
            }
            default -> {
                part.revision++;
                return "revision of " + part.key + ": " + part.revision;
            }
        }
    }

    private String addOrRemove(Part last, Random random) {
        if (parts.size() > 2 && parts.values().stream().noneMatch(p -> p.needs.contains(last.key))) {
            parts.remove(last.key);
            return last.key + " is gone from the file";
        }
        for (String key : KEYS) {
            if (!parts.containsKey(key)) {
                Part added = part(key, random);
                // Only those before it: nothing may depend on itself in a ring.
                added.needs.removeIf(need -> need.compareTo(key) > 0);
                added.revision = last.revision + 1;
                parts.put(key, added);
                return key + " is new: " + added.form() + " needs " + added.needs;
            }
        }
        return "nothing";
    }

    void enableAll() {
        extra = true;
    }

    Part part(String key) {
        return Objects.requireNonNull(parts.get(key), key);
    }

    boolean knows(String key) {
        return parts.containsKey(key);
    }

    boolean isEnabled(String key) {
        return parts.containsKey(key) && (extra || !part(key).optional);
    }

    /** {@return the services that are enabled, dependencies not necessarily first} */
    List<String> enabled() {
        return parts.keySet().stream().filter(this::isEnabled).toList();
    }

    /** {@return the services with what they need, whatever their profiles} */
    Set<String> withNeeds(Set<String> keys) {
        Set<String> all = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(keys);
        while (!open.isEmpty()) {
            String key = open.remove(0);
            if (all.add(key)) {
                open.addAll(part(key).needs);
            }
        }
        return all;
    }

    /** {@return the services with the enabled ones that need them} */
    Set<String> withDependents(Set<String> keys) {
        Set<String> all = new TreeSet<>(keys);
        while (all.addAll(enabled().stream()
                .filter(key -> part(key).needs.stream().anyMatch(all::contains))
                .toList())) {
            continue;
        }
        return all;
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder("services:\n");
        parts.values().forEach(part -> yaml.append(part.yaml(name, this)));
        yaml.append("networks: {n0: {}, n1: {}, n2: {}}\nvolumes: {v0: {}, v1: {}}\n");
        yaml.append("configs: {text: {content: 'a text'}}\n");
        return yaml.toString();
    }

    Project load() {
        Path folder = Path.of("").toAbsolutePath();
        return ComposeLoader.builder()
                .files(List.of("-"))
                .standardInput(new ByteArrayInputStream(yaml().getBytes(StandardCharsets.UTF_8)))
                .workingDirectory(folder)
                .projectDirectory(folder)
                .projectName(name)
                .profiles(extra ? List.of("extra") : List.of())
                .environment(Map.of())
                .build()
                .load();
    }
}
