package io.github.jcompose.kubernetes.diff;

import io.github.jcompose.kubernetes.manifest.Manifest;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The objects in the files below a folder. */
final class ManifestFolder {
    /**
     * An object and its file.
     *
     * @param file relative to the folder
     */
    record Placed(Manifest manifest, String file) {}

    private final Path folder;
    private final Map<String, Placed> objects = new LinkedHashMap<>();

    private ManifestFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return the objects by {@link #key}}
     *
     * @throws ComposeException if the folder is none, holds a template, or a file cannot be read
     */
    static Map<String, Placed> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ComposeException("no such folder of manifests: " + folder);
        }
        if (Files.exists(folder.resolve("Chart.yaml"))) {
            throw new ComposeException(folder + " is a Helm chart, whose templates are not objects yet;"
                    + " compare with the output of 'helm template' in a folder");
        }
        ManifestFolder reader = new ManifestFolder(folder);
        for (Path file : reader.files()) {
            reader.read(file, folder.relativize(file).toString());
        }
        return reader.objects;
    }

    static String key(Manifest manifest) {
        return manifest.apiVersion() + "/" + manifest.kind() + "/" + manifest.name();
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ComposeException("cannot read " + folder + ": " + IoReason.withFile(e), e);
        }
    }

    private void read(Path file, String name) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
                add(document, name);
            }
        } catch (IOException e) {
            throw new ComposeException("cannot read " + file + ": " + IoReason.of(e), e);
        } catch (YamlEngineException e) {
            throw new ComposeException(file + " is no YAML: " + e.getMessage(), e);
        }
    }

    private void add(@Nullable Object document, String file) {
        if (!(document instanceof Map<?, ?> map) || map.get("kind") == null || map.get("apiVersion") == null) {
            return;
        }
        String kind = String.valueOf(map.get("kind"));
        if (kind.equals("List") && map.get("items") instanceof List<?> items) {
            items.forEach(item -> add(item, file));
            return;
        }
        Object name = map.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : null;
        if (name == null) {
            return;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put(String.valueOf(key), value));
        Manifest manifest = new Manifest(String.valueOf(map.get("apiVersion")), kind, String.valueOf(name), null, tree);
        Placed earlier = objects.put(key(manifest), new Placed(manifest, file));
        if (earlier != null) {
            throw new ComposeException(kind + "/" + name + " is in two files: " + earlier.file() + " and " + file);
        }
    }
}
