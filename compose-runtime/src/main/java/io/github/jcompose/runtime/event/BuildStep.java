package io.github.jcompose.runtime.event;

import java.time.Duration;

/**
 * A step of a build begins or ends. With BuildKit steps run side by side.
 *
 * @param image the name of the image that is built
 * @param service the first service that uses it
 * @param number tells the step from the others of the build; counts from 1
 * @param name what it does, such as {@code [2/5] RUN make}
 * @param took how long it took; zero as long as it runs
 * @param error why it failed; else empty
 */
public record BuildStep(String image, String service, int number, String name, State state, Duration took, String error)
        implements ComposeEvent {

    /** How far a step is. */
    public enum State {
        RUNNING,
        DONE,
        /** The result of an earlier build was taken. */
        CACHED,
        FAILED,
        /** Another step failed, or the user gave up. */
        CANCELED
    }
}
