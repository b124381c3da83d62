package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.failure.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configs and secrets of a project, each an object with one entry named like the config or secret. */
final class ConfigObjects {
    private final Conversion conversion;

    private ConfigObjects(Conversion conversion) {
        this.conversion = conversion;
    }

    static void add(Conversion conversion) {
        ConfigObjects objects = new ConfigObjects(conversion);
        conversion.project().configs().forEach(objects::config);
        conversion.project().secrets().forEach(objects::secret);
    }

    /** {@return the name of the object; that of an external one is its own} */
    static ObjectName configName(Conversion conversion, String key) {
        Config config = conversion.project().configs().get(key);
        return config != null && config.external() && config.name() != null
                ? ObjectName.of(config.name())
                : ObjectName.of(key);
    }

    static ObjectName secretName(Conversion conversion, String key) {
        io.github.jcompose.model.Secret secret = conversion.project().secrets().get(key);
        return secret != null && secret.external() && secret.name() != null
                ? ObjectName.of(secret.name())
                : ObjectName.of(key);
    }

    private void config(String key, Config config) {
        List<Object> path = List.of("configs", key);
        unsupported(path, config.driver(), config.templateDriver());
        if (config.external()) {
            external(path, "ConfigMap", configName(conversion, key).value(), key);
            return;
        }
        byte[] bytes = content(path, config.content(), config.environment(), config.file());
        Map<String, String> text = new TreeMap<>();
        Map<String, String> binary = new TreeMap<>();
        FileContent.put(FileContent.key(key), bytes, text, binary);
        ConfigMap map = new ConfigMap();
        map.setMetadata(conversion.metadata(ObjectName.of(key)));
        map.setData(text);
        map.setBinaryData(binary);
        conversion.add(map, null);
    }

    private void secret(String key, io.github.jcompose.model.Secret secret) {
        List<Object> path = List.of("secrets", key);
        unsupported(path, secret.driver(), secret.templateDriver());
        if (secret.external()) {
            external(path, "Secret", secretName(conversion, key).value(), key);
            return;
        }
        byte[] bytes = content(path, secret.content(), secret.environment(), secret.file());
        Secret object = new Secret();
        object.setMetadata(conversion.metadata(ObjectName.of(key)));
        object.setType("Opaque");
        object.setData(Map.of(FileContent.key(key), FileContent.base64(bytes)));
        conversion.add(object, null);
    }

    private void external(List<Object> path, String kind, String name, String key) {
        conversion.warn(
                path,
                "is external: the cluster must have a " + kind + " '" + name + "'",
                "its entry must be called '" + FileContent.key(key) + "'");
    }

    private void unsupported(List<Object> path, @Nullable String driver, @Nullable String template) {
        if (driver != null && !driver.isEmpty()) {
            conversion.warn(path, "the driver '" + driver + "' is one of a swarm and has no counterpart", null);
        }
        if (template != null && !template.isEmpty()) {
            conversion.warn(path, "templates are not filled in", null);
        }
    }

    private byte[] content(
            List<Object> path, @Nullable String content, @Nullable String variable, @Nullable String file) {
        if (content != null) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        if (variable != null) {
            String value = conversion.project().environment().get(variable);
            if (value == null) {
                conversion.findings().error(path, "the variable '" + variable + "' is not set", null);
            }
            return (value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
        }
        Path directory = conversion.project().workingDir();
        Path location = (directory == null ? Path.of("") : directory).resolve(file == null ? "" : file);
        try {
            if (file != null && Files.isRegularFile(location) && Files.size(location) <= FileContent.LIMIT) {
                return Files.readAllBytes(location);
            }
            String why = Files.isRegularFile(location) ? "is larger than the 1 MiB of an object" : "is no file";
            conversion.findings().error(path, "'" + location + "' " + why, null);
        } catch (IOException e) {
            conversion.findings().error(path, "cannot read '" + location + "': " + IoReason.of(e), null);
        }
        return new byte[0];
    }
}
