package io.github.jcompose.kubernetes.convert;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.github.jcompose.kubernetes.manifest.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a container: what {@code environment} says stands in the pod; what {@code env_file} says becomes
 * a ConfigMap, and a Secret for variables that are named like credentials.
 */
final class Variables {
    private static final List<String> INSIDE =
            List.of("PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "CREDENTIAL", "APIKEY");
    private static final List<String> AT_END = List.of("_KEY", "_PASS", "_PWD");

    private Variables() {}

    static void apply(Conversion conversion, String name, Container container) {
        Set<String> fromFiles = conversion.fileVariables(name);
        List<EnvVar> direct = new ArrayList<>();
        Map<String, String> plain = new TreeMap<>();
        Map<String, String> secret = new TreeMap<>();
        Map<String, @Nullable String> environment =
                new TreeMap<>(conversion.service(name).environment());
        environment.forEach((variable, value) -> {
            if (value == null) {
                conversion.warn(
                        List.of("services", name, "environment", variable),
                        "has no value here, and a cluster has none to pass on; it is left out",
                        null);
            } else if (!fromFiles.contains(variable)) {
                direct.add(variable(variable, value));
            } else if (isCredential(variable)) {
                secret.put(variable, value);
            } else {
                plain.put(variable, value);
            }
        });
        container.setEnv(direct);
        List<EnvFromSource> sources = new ArrayList<>();
        ObjectName objectName =
                conversion.free("Variables", conversion.name(name).with("env"));
        if (!plain.isEmpty()) {
            ConfigMap map = new ConfigMap();
            map.setMetadata(conversion.metadata(objectName, name));
            map.setData(plain);
            conversion.add(map, name);
            EnvFromSource source = new EnvFromSource();
            source.setConfigMapRef(new ConfigMapEnvSource(objectName.value(), null));
            sources.add(source);
        }
        if (!secret.isEmpty()) {
            conversion.add(secret(conversion, objectName, name, secret), name);
            EnvFromSource source = new EnvFromSource();
            source.setSecretRef(new SecretEnvSource(objectName.value(), null));
            sources.add(source);
        }
        container.setEnvFrom(sources);
    }

    static EnvVar variable(String name, String value) {
        EnvVar variable = new EnvVar();
        variable.setName(name);
        variable.setValue(Literals.of(value));
        return variable;
    }

    private static Secret secret(
            Conversion conversion, ObjectName objectName, String name, Map<String, String> values) {
        Map<String, String> data = new LinkedHashMap<>();
        values.forEach((variable, value) ->
                data.put(variable, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        Secret secret = new Secret();
        secret.setMetadata(conversion.metadata(objectName, name));
        secret.setType("Opaque");
        secret.setData(data);
        return secret;
    }

    private static boolean isCredential(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return INSIDE.stream().anyMatch(upper::contains) || AT_END.stream().anyMatch(upper::endsWith);
    }
}
