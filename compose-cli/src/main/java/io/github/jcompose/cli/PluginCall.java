package io.github.jcompose.cli;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.command.GlobalFlags;
import io.github.jcompose.cli.command.VersionCommand;
import io.github.jcompose.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call by the docker command, of which this program is a plug-in when it stands in {@code ~/.docker/cli-plugins} as
 * {@code docker-compose}: first docker asks what the plug-in is, then it calls it with all of its own words.
 */
final class PluginCall {
    /** The only word of the call that asks what the plug-in is. */
    static final String METADATA = "docker-cli-plugin-metadata";
    /** Docker sets it when it runs a plug-in for the user. */
    private static final String CALLED_BY_DOCKER = "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND";

    private static final String NAME = "compose";

    private PluginCall() {}

    static boolean is(Map<String, String> environment) {
        return !environment.getOrDefault(CALLED_BY_DOCKER, "").isEmpty();
    }

    /** {@return what docker wants to know} */
    static String metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("SchemaVersion", "0.1.0");
        metadata.put("Vendor", "jcompose");
        metadata.put("Version", "v" + VersionCommand.version());
        metadata.put("ShortDescription", "Docker Compose (jcompose)");
        return Json.compact(metadata);
    }

    /** {@return the words without the name of the plug-in, which stands behind the flags of docker itself} */
    static List<String> withoutName(List<String> words) {
        boolean completion = !words.isEmpty() && words.get(0).startsWith("__complete");
        List<String> own = words.subList(completion ? 1 : 0, words.size());
        Arguments docker = GlobalFlags.ALL.parse(own);
        int name = own.size() - docker.rest().size();
        List<String> result = new ArrayList<>(words);
        if (name < own.size() && own.get(name).equals(NAME)) {
            result.remove(name + (completion ? 1 : 0));
        }
        return result;
    }
}
