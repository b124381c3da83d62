package io.github.jcompose.kubernetes.diff;

import io.github.jcompose.kubernetes.diff.Difference.Change;
import io.github.jcompose.kubernetes.diff.Difference.Presence;
import io.github.jcompose.kubernetes.manifest.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the objects of a project with a folder of manifests. */
public final class ManifestDiff {
    private ManifestDiff() {}

    /**
     * {@return what differs, in the order of the objects, those that only the folder has last}
     *
     * @param folder a folder of YAML and JSON files, also in folders below it; files that are no objects are skipped
     * @throws io.github.jcompose.model.ComposeException if the folder cannot be read
     */
    public static List<Difference> of(List<Manifest> objects, Path folder) {
        Map<String, ManifestFolder.Placed> left = new LinkedHashMap<>(ManifestFolder.read(folder));
        List<Difference> differences = new ArrayList<>();
        for (Manifest object : objects) {
            ManifestFolder.Placed placed = left.remove(ManifestFolder.key(object));
            if (placed == null) {
                differences.add(new Difference(name(object), null, Presence.PROJECT_ONLY, List.of()));
                continue;
            }
            boolean secret = object.kind().equals("Secret");
            List<Change> changes =
                    new TreeComparison(secret).of(placed.manifest().tree(), object.tree());
            if (!changes.isEmpty()) {
                differences.add(new Difference(name(object), placed.file(), Presence.BOTH, changes));
            }
        }
        for (ManifestFolder.Placed placed : left.values()) {
            differences.add(new Difference(name(placed.manifest()), placed.file(), Presence.FOLDER_ONLY, List.of()));
        }
        return differences;
    }

    private static String name(Manifest manifest) {
        return manifest.kind() + "/" + manifest.name();
    }
}
