package io.github.jcompose.runtime.inspect;

/**
 * The end of a container.
 *
 * @param container its name
 * @param id its whole id
 * @param service the service
 * @param exitCode of its process
 */
public record ServiceExit(String container, String id, String service, int exitCode) {}
