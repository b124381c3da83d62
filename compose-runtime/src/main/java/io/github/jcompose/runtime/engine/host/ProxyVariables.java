package io.github.jcompose.runtime.engine.host;

import io.github.jcompose.runtime.engine.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The proxies that {@code config.json} wants known inside of containers and builds. */
public final class ProxyVariables {
    private static final Map<String, String> NAMES = Map.of(
            "httpProxy", "http_proxy",
            "httpsProxy", "https_proxy",
            "noProxy", "no_proxy",
            "ftpProxy", "ftp_proxy",
            "allProxy", "all_proxy");

    private ProxyVariables() {}

    /**
     * {@return the variables in both spellings, sorted; none if nothing is configured}
     *
     * @param config whose {@code proxies} are taken: those of the engine's address, else those for all
     */
    public static Map<String, String> of(DockerConfig config, URI engine) {
        JsonObject proxies = config.settings().object("proxies");
        String address = engine.toString();
        JsonObject chosen = proxies.hasObject(address) ? proxies.object(address) : proxies.object("default");
        Map<String, String> variables = new TreeMap<>();
        NAMES.forEach((setting, variable) -> {
            String value = chosen.string(setting);
            if (!value.isEmpty()) {
                variables.put(variable, value);
                variables.put(variable.toUpperCase(Locale.ROOT), value);
            }
        });
        return variables;
    }
}
