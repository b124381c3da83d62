package io.github.jcompose.runtime.build;

import io.github.jcompose.runtime.engine.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The proxies of the user's docker configuration as build arguments, which every builder knows without {@code ARG}. */
final class ProxyArguments {
    private static final Map<String, String> NAMES = Map.of(
            "httpProxy", "HTTP_PROXY",
            "httpsProxy", "HTTPS_PROXY",
            "noProxy", "NO_PROXY",
            "ftpProxy", "FTP_PROXY",
            "allProxy", "ALL_PROXY");

    private ProxyArguments() {}

    /**
     * {@return the arguments}
     *
     * @param settings the content of {@code config.json}
     * @param host the engine
     */
    static Map<String, String> of(JsonObject settings, URI host) {
        JsonObject proxies = settings.object("proxies");
        JsonObject own =
                proxies.hasObject(host.toString()) ? proxies.object(host.toString()) : proxies.object("default");
        Map<String, String> arguments = new TreeMap<>();
        NAMES.forEach((key, name) -> {
            String value = own.string(key);
            if (!value.isEmpty()) {
                arguments.put(name, value);
                arguments.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return arguments;
    }
}
