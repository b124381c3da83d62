package io.github.jcompose.runtime.engine;

import java.util.List;

/**
 * The processes of a container ({@code GET /containers/{id}/top}).
 *
 * @param titles one per column
 * @param processes one row per process
 */
public record ProcessTable(List<String> titles, List<List<String>> processes) {}
