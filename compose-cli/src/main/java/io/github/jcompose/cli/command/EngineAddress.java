package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.terminal.Surroundings;
import io.github.jcompose.runtime.ConnectOptions;
import io.github.jcompose.runtime.ConnectOptionsBuilder;
import io.github.jcompose.runtime.TlsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which engine the global flags and the environment mean, and how to speak with it. */
final class EngineAddress {
    private final Arguments global;
    private final Surroundings surroundings;

    EngineAddress(Arguments global, Surroundings surroundings) {
        this.global = global;
        this.surroundings = surroundings;
    }

    ConnectOptionsBuilder options() {
        String host = global.text(GlobalFlags.HOST);
        String context = global.text(GlobalFlags.CONTEXT);
        if (host != null && context != null) {
            throw new UsageException("conflicting options: cannot specify both --host and --context");
        }
        return ConnectOptions.builder()
                .environment(environment())
                .host(host)
                .context(context)
                .timeLimit(timeLimit())
                .tls(tls());
    }

    /** The variable is one of the first docker-compose, in seconds; many still have it set. */
    private @Nullable Duration timeLimit() {
        String variable = surroundings.variable("COMPOSE_HTTP_TIMEOUT");
        if (variable.isEmpty()) {
            return null;
        }
        try {
            int seconds = Integer.parseInt(variable);
            if (seconds >= 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageException("COMPOSE_HTTP_TIMEOUT must be a number of seconds (found: \"" + variable + "\")");
    }

    /** {@return the variables, with the folder of the settings that {@code --config} names} */
    Map<String, String> environment() {
        Path folder = path(GlobalFlags.CONFIG);
        if (folder == null) {
            return surroundings.environment();
        }
        Map<String, String> environment = new TreeMap<>(surroundings.environment());
        environment.put("DOCKER_CONFIG", folder.toString());
        return environment;
    }

    /** {@return the folder of the docker command's settings} */
    Path settings() {
        Path given = path(GlobalFlags.CONFIG);
        String named = surroundings.variable("DOCKER_CONFIG");
        return given != null
                ? given
                : named.isEmpty() ? Path.of(surroundings.variable("HOME"), ".docker") : Path.of(named);
    }

    private @Nullable TlsOptions tls() {
        boolean verify = global.is(GlobalFlags.TLS_VERIFY)
                || !surroundings.variable("DOCKER_TLS_VERIFY").isEmpty();
        if (!verify
                && !global.is(GlobalFlags.TLS)
                && surroundings.variable("DOCKER_TLS").isEmpty()) {
            return null;
        }
        return new TlsOptions(
                path(GlobalFlags.TLS_CA), path(GlobalFlags.TLS_CERTIFICATE), path(GlobalFlags.TLS_KEY), verify);
    }

    private @Nullable Path path(Flag flag) {
        String value = global.text(flag);
        return value == null ? null : surroundings.directory().resolve(value);
    }
}
