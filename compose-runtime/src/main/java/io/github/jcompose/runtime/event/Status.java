package io.github.jcompose.runtime.event;

/** How far the step is that a progress event tells of. */
public enum Status {
    WORKING,
    DONE,
    WARNING,
    ERROR
}
