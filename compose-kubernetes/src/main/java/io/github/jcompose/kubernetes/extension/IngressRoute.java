package io.github.jcompose.kubernetes.extension;

import io.github.jcompose.kubernetes.manifest.Findings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code x-kubernetes.ingress}: a way in by HTTP.
 *
 * @param host the host name; null: any
 * @param path where the paths start, {@code /} by default
 * @param pathType Prefix, Exact or ImplementationSpecific
 * @param port the container's port; null: the first of the service
 * @param className the class of the ingress controller; null: the cluster's default
 * @param tls the secret with the certificate; null: no TLS
 * @param annotations annotations of the Ingress
 */
public record IngressRoute(
        @Nullable String host,
        String path,
        String pathType,
        @Nullable Integer port,
        @Nullable String className,
        @Nullable String tls,
        Map<String, String> annotations) {
    static IngressRoute of(@Nullable Object value, List<Object> path, Findings findings) {
        if (value instanceof String host) {
            return new IngressRoute(host, "/", "Prefix", null, null, null, Map.of());
        }
        SettingsReader reader = SettingsReader.of(
                value, path, findings, "host", "path", "pathType", "port", "class", "tls", "annotations");
        String at = reader.text("path");
        if (at != null && !at.startsWith("/")) {
            findings.error(reader.path("path"), "a path starts with '/', not as '" + at + "'", null);
        }
        String type = reader.oneOf("pathType", "Prefix", "Exact", "ImplementationSpecific");
        return new IngressRoute(
                reader.text("host"),
                at == null ? "/" : at,
                type == null ? "Prefix" : type,
                reader.number("port", 1),
                reader.text("class"),
                reader.text("tls"),
                reader.pairs("annotations"));
    }
}
