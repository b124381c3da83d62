package io.github.jcompose.kubernetes.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different about one object.
 *
 * @param object such as {@code Deployment/web}
 * @param file the file of the folder that has it, relative to the folder; null if none does
 * @param presence who has it
 * @param changes its fields that differ; empty unless both have it
 */
public record Difference(String object, @Nullable String file, Presence presence, List<Change> changes) {
    /** Who has an object. */
    public enum Presence {
        PROJECT_ONLY,
        FOLDER_ONLY,
        BOTH
    }

    /**
     * A field.
     *
     * @param path such as {@code spec.template.spec.containers[web].image}
     * @param folder what the folder has; null if nothing
     * @param project what the project has; null if nothing
     */
    public record Change(
            String path, @Nullable String folder, @Nullable String project) {}

    public Difference {
        changes = List.copyOf(changes);
    }
}
