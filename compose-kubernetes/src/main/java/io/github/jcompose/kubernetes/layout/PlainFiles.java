package io.github.jcompose.kubernetes.layout;

import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.kubernetes.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Manifests as they are. */
public final class PlainFiles {
    private PlainFiles() {}

    /** {@return one file for each object, sorted by path} */
    public static List<ManifestFile> of(List<Manifest> objects) {
        List<ManifestFile> files = new ArrayList<>();
        for (Manifest object : objects) {
            files.add(new ManifestFile(object.fileName(), object.yaml()));
        }
        files.sort(Comparator.comparing(ManifestFile::path));
        return files;
    }

    /** {@return all objects as one stream of YAML documents} */
    public static String stream(List<Manifest> objects) {
        return objects.stream().map(Manifest::yaml).collect(Collectors.joining("---\n"));
    }
}
