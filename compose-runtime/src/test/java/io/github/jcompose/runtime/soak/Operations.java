package io.github.jcompose.runtime.soak;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Compose;
import io.github.jcompose.runtime.DownOptions;
import io.github.jcompose.runtime.KillOptions;
import io.github.jcompose.runtime.RemoveOptions;
import io.github.jcompose.runtime.RestartOptions;
import io.github.jcompose.runtime.StartOptions;
import io.github.jcompose.runtime.StopOptions;
import io.github.jcompose.runtime.UpOptions;
import io.github.jcompose.runtime.plan.Recreate;
import io.github.jcompose.runtime.session.RunOptions;
import io.github.jcompose.runtime.session.Streams;
import io.github.jcompose.runtime.soak.Item.State;
import io.github.jcompose.runtime.soak.Reference.Replace;
import io.github.jcompose.runtime.soak.Reference.Wish;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Does something at random, and tells the reference what it must have brought about. */
final class Operations {
    private final Compose compose;
    private final Reference reference;
    private final Blueprint blueprint;
    private final Random random;

    Operations(Compose compose, Reference reference, Random random) {
        this.compose = compose;
        this.reference = reference;
        this.blueprint = reference.blueprint;
        this.random = random;
    }

    /** An operation that can be done now: what it is called, and the work. */
    record Operation(String name, Runnable work) {}

    /** {@return what to do next} */
    Operation next() {
        Set<String> some = some();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> up(some);
            case 5 -> scale();
            case 6, 7 -> run();
            case 8 -> stop(some);
            case 9 -> start(some);
            case 10 -> restart(some);
            case 11 -> kill(some);
            case 12 -> pause();
            case 13 -> unpause();
            case 14, 15 -> remove(some);
            case 16 -> down(some);
            case 17 -> downByName();
            default -> up(Set.of());
        };
    }

    /** {@return a few services that are enabled; none, which means all, now and then} */
    private Set<String> some() {
        Set<String> some = new TreeSet<>();
        if (random.nextBoolean()) {
            blueprint.enabled().stream().filter(key -> random.nextInt(3) == 0).forEach(some::add);
        }
        return some;
    }

    private Set<String> orAll(Set<String> some) {
        return some.isEmpty() ? new TreeSet<>(blueprint.enabled()) : some;
    }

    private Project load() {
        return blueprint.load();
    }

    private Operation up(Set<String> some) {
        boolean alone = !some.isEmpty() && random.nextInt(3) == 0;
        boolean start = random.nextInt(6) > 0;
        boolean renew = random.nextInt(8) == 0;
        boolean all = random.nextInt(8) == 0;
        boolean orphans = random.nextInt(4) == 0;
        // What needs a network that has gone cannot be kept as it is.
        boolean mayKeep = reference.items.stream().allMatch(reference::canStart);
        Recreate recreate = random.nextInt(5) == 0 ? Recreate.ALWAYS : Recreate.DIVERGED;
        recreate = mayKeep && random.nextInt(10) == 0 ? Recreate.NEVER : recreate;
        UpOptions options = UpOptions.builder()
                .services(List.copyOf(some))
                .noDependencies(alone)
                .noStart(!start)
                .renewAnonymousVolumes(renew)
                .alwaysRecreateDependencies(all)
                .recreate(recreate)
                .removeOrphans(orphans)
                .timeout(Duration.ZERO)
                .build();
        Replace replace = Replace.valueOf(recreate == Recreate.DIVERGED ? "IF_CHANGED" : recreate.name());
        Wish wish = new Wish(
                alone ? some : blueprint.withNeeds(orAll(some)),
                some,
                renew ? Replace.ALWAYS : replace,
                replace == Replace.NEVER ? replace : all ? Replace.ALWAYS : Replace.IF_CHANGED,
                renew,
                start,
                Map.of());
        String name = "up " + some + (alone ? " --no-deps" : "") + (start ? "" : " --no-start")
                + (renew ? " --renew-anon-volumes" : "") + (all ? " --always-recreate-deps" : "")
                + (orphans ? " --remove-orphans" : "") + " " + recreate;
        return new Operation(name, () -> {
            if (start) {
                compose.up(load(), options);
            } else {
                compose.create(load(), options);
            }
            if (orphans) {
                reference.removeOrphans();
            }
            reference.converge(wish);
        });
    }

    private Operation scale() {
        List<String> keys = blueprint.enabled().stream()
                .filter(key -> !blueprint.part(key).named && !blueprint.part(key).job)
                .toList();
        if (keys.isEmpty()) {
            return up(Set.of());
        }
        String key = keys.get(random.nextInt(keys.size()));
        Map<String, Integer> scale = Map.of(key, random.nextInt(4));
        boolean alone = random.nextBoolean();
        Set<String> targets = alone ? Set.of(key) : blueprint.withNeeds(Set.of(key));
        return new Operation("scale " + scale + (alone ? " --no-deps" : ""), () -> {
            compose.scale(load(), scale, alone);
            reference.converge(
                    new Wish(targets, Set.of(key), Replace.IF_CHANGED, Replace.IF_CHANGED, false, true, scale));
        });
    }

    private Operation run() {
        List<String> keys = blueprint.enabled();
        if (keys.isEmpty()) {
            return up(Set.of());
        }
        String key = keys.get(random.nextInt(keys.size()));
        boolean alone = random.nextInt(3) == 0;
        boolean detached = random.nextBoolean();
        boolean remove = !detached && random.nextInt(3) > 0;
        Set<String> others = new TreeSet<>(alone ? Set.of() : blueprint.withNeeds(Set.of(key)));
        others.remove(key);
        RunOptions options = RunOptions.builder(
                        key,
                        detached
                                ? List.of("sleep", "100000").toArray(String[]::new)
                                : new String[] {"sh", "-c", "exit 3"})
                .noDependencies(alone)
                .remove(remove)
                .build();
        String name =
                "run " + key + (detached ? " --detach" : "") + (remove ? " --rm" : "") + (alone ? " --no-deps" : "");
        return new Operation(name, () -> {
            int code = 3;
            if (detached) {
                compose.runDetached(load(), options);
            } else {
                OutputStream nowhere = OutputStream.nullOutputStream();
                code = compose.run(load(), options, Streams.of(null, nowhere, nowhere));
            }
            Part part = blueprint.part(key);
            reference.networks.addAll(part.networks);
            reference.volumes.addAll(part.volumes);
            reference.converge(Wish.of(others));
            if (!remove) {
                reference.items.add(new Item(part, 0, detached ? State.RUNNING : State.EXITED, null));
            }
            if (code != 3) {
                throw new SoakFailure("run ended with " + code + " in place of 3");
            }
        });
    }

    private Operation stop(Set<String> some) {
        return new Operation("stop " + some, () -> {
            compose.stop(
                    load(), StopOptions.builder().services(List.copyOf(some)).build());
            orAll(some).forEach(key -> reference.of(key).forEach(Reference::end));
        });
    }

    private Operation start(Set<String> some) {
        Set<String> affected = blueprint.withNeeds(orAll(some));
        List<Item> items =
                affected.stream().flatMap(key -> reference.of(key).stream()).toList();
        boolean possible = items.stream().allMatch(i -> i.state != State.PAUSED && reference.canStart(i))
                && affected.stream()
                        .noneMatch(key ->
                                blueprint.part(key).job && reference.of(key).isEmpty());
        if (!possible) {
            return up(some);
        }
        boolean fails = orAll(some).stream()
                .anyMatch(key ->
                        blueprint.part(key).scale > 0 && reference.of(key).isEmpty());
        StartOptions options =
                StartOptions.builder().services(List.copyOf(some)).build();
        return new Operation("start " + some + (fails ? ", which must fail" : ""), () -> {
            if (fails) {
                refused(() -> compose.start(load(), options), "has no container to start");
            } else {
                compose.start(load(), options);
                items.forEach(Reference::start);
            }
        });
    }

    private Operation restart(Set<String> some) {
        List<Item> items =
                orAll(some).stream().flatMap(key -> reference.of(key).stream()).toList();
        if (!items.stream().allMatch(reference::canStart)) {
            return up(some);
        }
        return new Operation("restart " + some, () -> {
            compose.restart(
                    load(),
                    RestartOptions.builder()
                            .services(List.copyOf(some))
                            .timeout(Duration.ZERO)
                            .build());
            items.forEach(Reference::start);
        });
    }

    private Operation kill(Set<String> some) {
        boolean orphans = random.nextBoolean();
        Set<String> chosen = orAll(some);
        return new Operation("kill " + some + (orphans ? " --remove-orphans" : ""), () -> {
            compose.kill(
                    load(),
                    KillOptions.builder()
                            .services(List.copyOf(some))
                            .removeOrphans(orphans)
                            .build());
            Predicate<Item> hit = i -> chosen.contains(i.service) || orphans && !blueprint.isEnabled(i.service);
            reference.where(hit).forEach(Reference::end);
        });
    }

    private Operation pause() {
        Set<String> running = new TreeSet<>();
        reference.where(i -> !i.oneOff && i.state == State.RUNNING).forEach(i -> running.add(i.service));
        if (running.isEmpty()) {
            return up(Set.of());
        }
        Set<String> some =
                random.nextInt(3) == 0 ? running : Set.of(running.iterator().next());
        return new Operation("pause " + some, () -> {
            compose.pause(blueprint.name, List.copyOf(some));
            reference
                    .where(i -> !i.oneOff && i.state == State.RUNNING && some.contains(i.service))
                    .forEach(i -> i.state = State.PAUSED);
        });
    }

    private Operation unpause() {
        if (reference.items.stream().allMatch(i -> i.oneOff)) {
            return up(Set.of());
        }
        return new Operation("unpause", () -> {
            compose.unpause(blueprint.name, List.of());
            reference.where(i -> !i.oneOff && i.state == State.PAUSED).forEach(i -> i.state = State.RUNNING);
        });
    }

    private Operation remove(Set<String> some) {
        boolean stop = random.nextBoolean();
        boolean volumes = random.nextBoolean();
        String name = "rm " + some + (stop ? " --stop" : "") + (volumes ? " --volumes" : "");
        return new Operation(name, () -> {
            compose.remove(
                    load(),
                    RemoveOptions.builder()
                            .services(List.copyOf(some))
                            .stop(stop)
                            .volumes(volumes)
                            .build());
            for (String key : orAll(some)) {
                reference.of(key).stream()
                        .filter(i -> stop || !i.isActive())
                        .forEach(i -> reference.remove(i, volumes));
            }
        });
    }

    private Operation down(Set<String> some) {
        boolean orphans = random.nextInt(3) == 0;
        boolean volumes = random.nextInt(3) == 0;
        return new Operation(
                "down " + some + (orphans ? " --remove-orphans" : "") + (volumes ? " --volumes" : ""),
                () -> down(some, orphans, volumes));
    }

    /** Removes all but running tasks, or these too. */
    void down(Set<String> some, boolean orphans, boolean volumes) {
        Project project = load();
        compose.down(
                project,
                DownOptions.builder()
                        .services(List.copyOf(some))
                        .removeOrphans(orphans)
                        .volumes(volumes)
                        .timeout(Duration.ZERO)
                        .build());
        reference.down(
                some.isEmpty() ? orAll(some) : blueprint.withDependents(some),
                orphans,
                new TreeSet<>(project.networks().keySet()),
                volumes ? new TreeSet<>(project.volumes().keySet()) : Set.of());
    }

    private Operation downByName() {
        boolean orphans = random.nextInt(3) == 0;
        return new Operation("down by name" + (orphans ? " --remove-orphans" : ""), () -> {
            compose.down(
                    blueprint.name,
                    DownOptions.builder()
                            .removeOrphans(orphans)
                            .timeout(Duration.ZERO)
                            .build());
            Set<String> all = new TreeSet<>();
            reference.where(i -> !i.oneOff).forEach(i -> all.add(i.service));
            reference.down(all, orphans, new TreeSet<>(reference.networks), Set.of());
        });
    }

    private static void refused(Runnable work, String words) {
        List<String> messages = new ArrayList<>();
        try {
            work.run();
        } catch (ComposeException e) {
            messages.add(String.valueOf(e.getMessage()));
        }
        if (messages.isEmpty() || !messages.get(0).contains(words)) {
            throw new SoakFailure("should be refused with '" + words + "', but: " + messages);
        }
    }
}
