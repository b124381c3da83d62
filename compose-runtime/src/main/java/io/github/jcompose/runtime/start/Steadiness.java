package io.github.jcompose.runtime.start;

import io.github.jcompose.runtime.engine.ContainerDetails;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges one container again and again. Where nothing but running is asked of it, it must have run for a while:
 * every program runs for a moment, one that ends at once as well.
 */
final class Steadiness {
    private static final Duration SELDOM = Duration.ofHours(1);

    private final String name;
    private final Condition condition;
    private final Duration proof;
    private @Nullable Long since;

    /** @param proof how long it must have run; zero for no time */
    Steadiness(String name, Condition condition, Duration proof) {
        this.name = name;
        this.condition = condition;
        this.proof = proof;
    }

    /** {@return how long to wait for news at most, so that the proof is not late} */
    Duration lookEvery() {
        return proof.isZero() ? SELDOM : proof;
    }

    /** {@return what there is to say of the container; null to wait on} */
    Condition.@Nullable Verdict judge(Optional<ContainerDetails> found) {
        if (found.isEmpty()) {
            return Condition.Verdict.failed("container " + name + " was removed");
        }
        Condition.Verdict verdict = condition.judge(name, found.get());
        if (verdict == null || !verdict.unproven()) {
            since = null;
            return verdict;
        }
        long now = System.nanoTime();
        if (since == null) {
            since = now;
        }
        return now - since >= proof.toNanos() ? verdict : null;
    }
}
