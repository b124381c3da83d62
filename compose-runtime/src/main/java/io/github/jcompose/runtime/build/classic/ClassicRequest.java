package io.github.jcompose.runtime.build.classic;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ByteSize;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.EngineRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code POST /build} for the classic builder. */
final class ClassicRequest {
    private ClassicRequest() {}

    /** {@return a request whose body is to be the context, with a Dockerfile of that name in it} */
    static EngineRequest of(BuildTask task, String dockerfile) {
        return common(task).query("dockerfile", dockerfile);
    }

    /** {@return a request that lets the engine get the context} */
    static EngineRequest remote(BuildTask task) {
        String dockerfile = task.build().dockerfile();
        return common(task).query("remote", task.context()).query("dockerfile", unlessEmpty(dockerfile));
    }

    private static EngineRequest common(BuildTask task) {
        Build build = task.build();
        EngineRequest request = EngineRequest.of("POST", "/build").query("version", 1);
        for (String name : task.names()) {
            request = request.query("t", name);
        }
        for (String host : build.extraHosts().toTree()) {
            request = request.query("extrahosts", host.replaceFirst("=", ":"));
        }
        ByteSize shm = build.shmSize();
        return request.flag("rm", true)
                .flag("forcerm", true)
                .flag("nocache", build.noCache() || !build.noCacheFilter().isEmpty())
                .flag("pull", build.pull())
                .query("buildargs", json(task.args()))
                .query("labels", json(task.labels()))
                .query("target", unlessEmpty(build.target()))
                .query("networkmode", unlessEmpty(build.network()))
                .query("isolation", unlessEmpty(build.isolation()))
                .query("platform", unlessEmpty(task.platform()))
                .query("shmsize", shm == null ? null : shm.bytes())
                .query("cachefrom", json(cacheFrom(build)))
                .query("ulimits", json(ulimits(build)))
                .query("memory", task.memory() == 0 ? null : task.memory())
                .query("memswap", task.memory() == 0 ? null : -1);
    }

    /** {@return the images to take layers from; {@link ClassicLimits} tells of other sources} */
    private static List<String> cacheFrom(Build build) {
        return build.cacheFrom().stream()
                .map(ClassicRequest::cachedImage)
                .filter(image -> !image.isEmpty())
                .toList();
    }

    /** {@return the image that an entry of {@code cache_from} names; empty if it names something else} */
    static String cachedImage(String source) {
        Map<String, String> fields = BuildTask.cacheFields(source);
        return "registry".equals(fields.get("type")) ? fields.getOrDefault("ref", "") : "";
    }

    private static List<Map<String, Object>> ulimits(Build build) {
        List<Map<String, Object>> limits = new ArrayList<>();
        new TreeMap<>(build.ulimits()).forEach((name, limit) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("Name", name);
            entry.put("Hard", limit.hard());
            entry.put("Soft", limit.soft());
            limits.add(entry);
        });
        return limits;
    }

    private static @Nullable String json(Map<String, String> map) {
        return map.isEmpty() ? null : Json.compact(new TreeMap<>(map));
    }

    private static @Nullable String json(Collection<?> list) {
        return list.isEmpty() ? null : Json.compact(list);
    }

    private static @Nullable String unlessEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
