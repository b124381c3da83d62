package io.github.jcompose.runtime.build;

import io.github.jcompose.runtime.engine.PullProgress;

/** Hears how a build gets on. */
interface BuildListener {
    /**
     * A step begins.
     *
     * @param number from 1 on
     * @param text its line of the Dockerfile
     */
    void step(int number, int total, String text);

    /** A line of output. */
    void line(String text);

    /** A layer of a base image gets on. */
    void layer(PullProgress layer);
}
