package io.github.jcompose.runtime.engine;

import java.util.List;

/**
 * The answer to a creation ({@code POST /containers/create}).
 *
 * @param id of the new container
 * @param warnings of the engine, for the user
 */
public record CreatedContainer(String id, List<String> warnings) {}
