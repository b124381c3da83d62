package io.github.jcompose.runtime.soak;

/** Something is not as it must be. */
@SuppressWarnings("serial")
final class SoakFailure extends RuntimeException {
    SoakFailure(String message) {
        super(message);
    }
}
