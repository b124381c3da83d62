package io.github.jcompose.runtime.swarm.stack;

import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait for what a swarm does at its own pace. A manager sends no events of tasks: there is no other way
 * than to ask again and again.
 */
final class Patience {
    private static final long PAUSE_MILLIS = 300;

    private final Clock clock;
    private final Duration limit;
    private final boolean forAll;
    private Instant since;
    private @Nullable Object latest;

    private Patience(Clock clock, Duration limit, boolean forAll) {
        this.clock = clock;
        this.limit = limit;
        this.forAll = forAll;
        this.since = clock.instant();
    }

    /** {@return the patience to wait that long in all} */
    static Patience inAll(Clock clock, Duration limit) {
        return new Patience(clock, limit, true);
    }

    /** {@return the patience to wait as long as something changes at least that often} */
    static Patience betweenChanges(Clock clock, Duration limit) {
        return new Patience(clock, limit, false);
    }

    /**
     * {@return why it is at an end; null if it is not}
     *
     * @param state how things stand now, to be compared with the state before
     */
    @Nullable
    String end(Object state) {
        Instant now = clock.instant();
        if (!forAll && !state.equals(latest)) {
            latest = state;
            since = now;
        }
        if (now.isBefore(since.plus(limit))) {
            return null;
        }
        return forAll ? "not there after " + text(limit) : "nothing has changed for " + text(limit);
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
    }

    /** Waits a moment. */
    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while waiting for tasks of a swarm", e);
        }
    }
}
