package io.github.jcompose.runtime.event;

/**
 * A line of output of a build.
 *
 * @param image the name of the image that is built
 * @param service the first service that uses it
 * @param step the number of the step that wrote it; 0 if it belongs to none
 * @param text the line without its end
 */
public record BuildOutput(String image, String service, int step, String text) implements ComposeEvent {}
