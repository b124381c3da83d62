package io.github.jcompose.runtime.plan;

import io.github.jcompose.model.Project;
import java.util.Set;

/**
 * What is to go.
 *
 * @param named the services that go, with those that depend on them; empty for all
 * @param removeOrphans whether containers of no service go too
 * @param volumes whether volumes go too
 * @param images the images that go too
 */
public record DownRequest(
        Project project, Set<String> named, boolean removeOrphans, boolean volumes, Set<String> images) {
    public DownRequest {
        named = Set.copyOf(named);
        images = Set.copyOf(images);
    }
}
