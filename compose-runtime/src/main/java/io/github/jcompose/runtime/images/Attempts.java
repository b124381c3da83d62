package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.work.Events;
import java.time.Duration;
import java.util.function.Function;

/** Transfers images, and tries again, with growing pauses, when a registry or the network is in trouble for a moment. */
final class Attempts {
    private static final int MOST = 4;
    private final Events events;
    private final Duration first;

    Attempts(Events events) {
        this(events, Duration.ofSeconds(1));
    }

    /**
     * @param first how long the first pause is; each one after it takes twice as long
     */
    Attempts(Events events, Duration first) {
        this.events = events;
        this.first = first;
    }

    /**
     * Does it until it goes well.
     *
     * @param explanation gives the message for what went wrong
     * @throws EngineException if it fails for good, or too often
     */
    void run(String image, Runnable transfer, Function<RegistryFailure, String> explanation) {
        Duration pause = first;
        for (int attempt = 1; true; attempt++) {
            try {
                transfer.run();
                return;
            } catch (EngineException e) {
                if (attempt == MOST || !RegistryFailure.isTransient(e)) {
                    throw explained(e, explanation);
                }
                events.emit(Progress.of(ResourceKind.IMAGE, image, Status.WORKING, "Retrying")
                        .withDetails(String.valueOf(e.getMessage())));
                pause(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static EngineException explained(EngineException failure, Function<RegistryFailure, String> explanation) {
        String message = String.valueOf(failure.getMessage());
        String more = explanation.apply(new RegistryFailure(message));
        return more.equals(message) ? failure : new EngineException(more, failure.status(), failure);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineInterruptedException("interrupted while waiting for a registry", e);
        }
    }
}
