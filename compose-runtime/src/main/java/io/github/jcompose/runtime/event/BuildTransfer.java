package io.github.jcompose.runtime.event;

/**
 * A part of a step of a build gets on: a download, an upload, an export.
 *
 * @param image the name of the image that is built
 * @param service the first service that uses it
 * @param step the number of the step
 * @param name what is done, such as the digest of a layer
 * @param current how much is done, in bytes
 * @param total 0 if not known
 * @param done whether it is over
 */
public record BuildTransfer(String image, String service, int step, String name, long current, long total, boolean done)
        implements ComposeEvent {}
