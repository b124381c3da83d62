package io.github.jcompose.runtime.images;

import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.event.Progress;
import io.github.jcompose.runtime.event.ResourceKind;
import io.github.jcompose.runtime.event.Status;
import io.github.jcompose.runtime.work.Events;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pulls an image and tells of its layers. */
final class Puller {
    private final Engine engine;
    private final Events events;
    private final Function<String, @Nullable String> credentials;
    private final boolean quiet;

    /**
     * @param credentials gives the value of {@code X-Registry-Auth} for an image
     * @param quiet whether layers are left out
     */
    Puller(Engine engine, Events events, Function<String, @Nullable String> credentials, boolean quiet) {
        this.engine = engine;
        this.events = events;
        this.credentials = credentials;
        this.quiet = quiet;
    }

    void pull(String image, @Nullable String platform) {
        events.working(ResourceKind.IMAGE, image, "Pulling");
        String parent =
                Progress.of(ResourceKind.IMAGE, image, Status.WORKING, "").id();
        String auth = credentials.apply(image);
        Runnable transfer = () -> engine.images().pull(image, platform, auth, message -> {
            if (!quiet && !message.id().isEmpty() && message.raw().hasObject("progressDetail")) {
                events.emit(Layers.progress(parent, message, isDone(message)));
            }
        });
        new Attempts(events).run(image, transfer, said -> said.ofPull(image, auth != null));
        events.done(ResourceKind.IMAGE, image, "Pulled");
    }

    private static boolean isDone(PullProgress layer) {
        return switch (layer.status()) {
            case "Pull complete", "Already exists", "Download complete" -> true;
            default -> false;
        };
    }
}
