package io.github.jcompose.loader.tree;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a load may still use up. It is spent wherever a short text can stand for much: at aliases, variables, bases of
 * services, ranges of ports.
 */
public final class Budget {
    /** What a mapping costs, beside its keys and values. */
    public static final int MAPPING = 4;

    /** Characters that weigh as much as one value. */
    private static final int CHARACTERS_PER_NODE = 32;
    /** How often the greatest tree may be walked through. */
    private static final int WALKS = 20;

    /** What is taken at once from a budget that others take from, too. */
    private static final int LOT = 1024;

    private final int most;
    /** Where this one takes lots from; null if it has all that there is. */
    private final @Nullable Budget shared;

    /** Shares of the work take from it at the same time. */
    private final AtomicInteger nodes;

    private long work;

    /**
     * @param nodes how many values there may be
     */
    public Budget(int nodes) {
        this(nodes, nodes, null);
    }

    private Budget(int most, int nodes, @Nullable Budget shared) {
        this.most = most;
        this.shared = shared;
        this.nodes = new AtomicInteger(nodes);
        this.work = (long) WALKS * nodes;
    }

    /** {@return a budget for one of several threads, which takes what it spends from this one, in lots} */
    public Budget inLots() {
        return new Budget(most, 0, this);
    }

    /** {@return what a text costs} */
    public static int costOf(int characters) {
        return characters / CHARACTERS_PER_NODE;
    }

    /** {@return what is kept of a value and all below it} */
    public static int costOf(Node node) {
        int cost = 1;
        if (node instanceof MappingNode mapping) {
            cost = MAPPING;
            for (Entry entry : mapping.entries()) {
                cost += 1 + costOf(entry.value());
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                cost += costOf(item);
            }
        } else {
            cost += costOf(((ScalarNode) node).text().length());
        }
        return cost;
    }

    /** {@return false if there is less left; takes it off otherwise} */
    public boolean spend(int cost) {
        if (shared != null && cost > nodes.get()) {
            int lot = Math.max(LOT, cost);
            if (!shared.spend(lot)) {
                return false;
            }
            nodes.addAndGet(lot);
        }
        int left = cost == 0 ? nodes.get() : nodes.updateAndGet(before -> before - Math.min(cost, before + 1));
        return left >= 0;
    }

    /** {@return whether so much is left} */
    public boolean covers(int cost) {
        return nodes.get() >= cost;
    }

    /** {@return false if walking through so many values once more would take too long} */
    public boolean work(int visited) {
        work -= visited;
        return work >= 0;
    }

    /** {@return what to say when it is used up} */
    public String exceeded() {
        return "more than " + most + " values, with aliases, variables and bases written out";
    }
}
