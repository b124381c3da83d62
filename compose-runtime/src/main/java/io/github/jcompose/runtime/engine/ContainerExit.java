package io.github.jcompose.runtime.engine;

/**
 * How a container ended ({@code POST /containers/{id}/wait}).
 *
 * @param exitCode of its process
 * @param error what kept the engine from waiting; empty if nothing did
 */
public record ContainerExit(int exitCode, String error) {}
