package io.github.jcompose.runtime.build.task;

import io.github.jcompose.runtime.engine.PullProgress;
import io.github.jcompose.runtime.event.BuildStep;
import java.time.Duration;

/** Hears how a build gets on. */
public interface BuildListener {
    /**
     * A step begins or ends.
     *
     * @param number tells it from the others; counts from 1
     * @param name what it does
     * @param took zero as long as it runs
     * @param error empty unless it failed
     */
    void step(int number, String name, BuildStep.State state, Duration took, String error);

    /**
     * A line of output.
     *
     * @param step the number of the step; 0 for none
     */
    void line(int step, String text);

    /** A part of a step gets on. */
    void transfer(int step, String name, long current, long total, boolean done);

    /** A layer of a base image gets on. */
    void layer(PullProgress layer);

    /** Something odd that the user should know. */
    void warning(String text);
}
