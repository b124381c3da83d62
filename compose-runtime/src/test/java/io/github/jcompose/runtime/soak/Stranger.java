package io.github.jcompose.runtime.soak;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.soak.Item.State;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Somebody else who does things to the containers behind our back. */
final class Stranger {
    private final Engine engine;
    private final Reference reference;
    private final Random random;
    private int names;

    Stranger(Engine engine, Reference reference, Random random) {
        this.engine = engine;
        this.reference = reference;
        this.random = random;
    }

    /** {@return what was done} */
    String act() {
        List<Item> items = reference.items;
        if (items.isEmpty()) {
            return "a stranger finds nothing";
        }
        Item item = items.get(random.nextInt(items.size()));
        String id = Objects.requireNonNull(item.id);
        String who = "a stranger, " + item + ": ";
        switch (random.nextInt(5)) {
            case 0 -> {
                engine.containers().remove(id, true, false);
                reference.remove(item, false);
                return who + "removed";
            }
            case 1 -> {
                String name = reference.blueprint.name + "-other" + ++names;
                engine.containers().rename(id, name);
                item.name = name;
                return who + "renamed to " + name;
            }
            case 2 -> {
                if (item.state == State.RUNNING) {
                    engine.containers().pause(id);
                    item.state = State.PAUSED;
                    return who + "paused";
                }
            }
            case 3 -> {
                if (item.state == State.RUNNING && !item.made.networks.isEmpty() && !item.cut && !item.oneOff) {
                    String network = item.made.networks.iterator().next();
                    engine.networks().disconnect(reference.blueprint.name + "_" + network, id, true);
                    item.cut = true;
                    return who + "taken off " + network;
                }
            }
            default -> {}
        }
        engine.containers().stop(id, Duration.ZERO);
        Reference.end(item);
        return who + "stopped";
    }
}
