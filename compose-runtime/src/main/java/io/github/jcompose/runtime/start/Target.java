package io.github.jcompose.runtime.start;

/**
 * A container to be started or waited for.
 *
 * @param running as it was when last looked at
 */
public record Target(String id, String name, String service, int number, boolean running) {}
