package io.github.jcompose.runtime.engine;

/**
 * A process in a container, besides its main one ({@code GET /exec/{id}/json}).
 *
 * @param running whether it runs
 * @param exitCode 0 while it runs
 * @param pid on the engine's machine; 0 if it does not run
 */
public record ExecState(boolean running, int exitCode, int pid) {}
