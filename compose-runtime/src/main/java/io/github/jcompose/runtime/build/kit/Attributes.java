package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Dockerfile frontend is told of a build, apart from its contexts. */
final class Attributes {
    private Attributes() {}

    static Map<String, String> of(BuildTask task, Abilities engine) {
        Build build = task.build();
        Map<String, String> all = new TreeMap<>();
        task.args().forEach((name, value) -> all.put("build-arg:" + name, value));
        task.labels().forEach((name, value) -> all.put("label:" + name, value));
        put(all, "target", build.target());
        put(all, "platform", platforms(task));
        if (build.noCache()) {
            all.put("no-cache", "");
        } else {
            put(all, "no-cache", String.join(",", build.noCacheFilter()));
        }
        all.put("image-resolve-mode", build.pull() ? "pull" : "default");
        String network = build.network();
        if ("host".equals(network) || "none".equals(network)) {
            all.put("force-network-mode", network);
        }
        put(all, "add-hosts", hosts(task, engine));
        ByteSize shm = build.shmSize();
        put(all, "shm-size", shm == null ? "" : String.valueOf(shm.bytes()));
        List<String> limits = new ArrayList<>();
        new TreeMap<>(build.ulimits())
                .forEach((name, limit) -> limits.add(name + "=" + limit.soft() + ":" + limit.hard()));
        put(all, "ulimit", String.join(",", limits));
        attestation(all, "provenance", build.provenance());
        attestation(all, "sbom", build.sbom());
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.put(name, value);
        }
    }

    private static @Nullable String platforms(BuildTask task) {
        return task.build().platforms().isEmpty()
                ? task.platform()
                : String.join(",", task.build().platforms());
    }

    private static String hosts(BuildTask task, Abilities engine) {
        List<String> hosts = new ArrayList<>();
        for (String host : task.build().extraHosts().toTree()) {
            if (host.endsWith("=host-gateway")) {
                String gateway = engine.hostGateway();
                if (gateway.isEmpty()) {
                    throw new ComposeException(task.where()
                            + ".extra_hosts: the engine does not tell the address that host-gateway stands for;"
                            + " name the address");
                }
                hosts.add(host.replace("host-gateway", gateway));
            } else {
                hosts.add(host);
            }
        }
        return String.join(",", hosts);
    }

    static boolean isOn(@Nullable String attestation) {
        return attestation != null && !attestation.isEmpty() && !attestation.equals("false");
    }

    private static void attestation(Map<String, String> all, String name, @Nullable String value) {
        if (isOn(value)) {
            all.put("attest:" + name, "true".equals(value) ? "" : String.valueOf(value));
        }
    }

    /** {@return what the build may do beyond the usual} */
    static List<String> entitlements(Build build) {
        List<String> all = new ArrayList<>(build.entitlements());
        if (build.privileged() && !all.contains("security.insecure")) {
            all.add("security.insecure");
        }
        if ("host".equals(build.network()) && !all.contains("network.host")) {
            all.add("network.host");
        }
        return all;
    }
}
