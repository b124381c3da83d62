package io.github.jcompose.runtime.build;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.classic.ClassicBuilder;
import io.github.jcompose.runtime.build.kit.KitBuilder;
import io.github.jcompose.runtime.build.task.ImageBuilder;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.EngineInfo;
import io.github.jcompose.runtime.engine.auth.Credential;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Which builder of the engine is used: BuildKit where it is there, unless {@code DOCKER_BUILDKIT} says otherwise.
 *
 * @param classic whether it is not BuildKit
 */
record BuilderChoice(ImageBuilder builder, boolean classic) {
    private static final String VARIABLE = "DOCKER_BUILDKIT";
    private static final Set<String> YES = Set.of("1", "t", "true");
    private static final Set<String> NO = Set.of("0", "f", "false");

    static BuilderChoice of(
            Engine engine,
            Executor threads,
            Function<String, Optional<Credential>> credentials,
            Map<String, String> environment) {
        KitBuilder kit = new KitBuilder(engine, threads, credentials);
        String asked = environment.getOrDefault(VARIABLE, "").toLowerCase(Locale.ROOT);
        if (YES.contains(asked)) {
            return new BuilderChoice(kit, false);
        }
        String why = asked.isEmpty() ? reason(engine.info(), kit) : refusal(asked);
        return why.isEmpty()
                ? new BuilderChoice(kit, false)
                : new BuilderChoice(new ClassicBuilder(engine, credentials, why), true);
    }

    private static String refusal(String asked) {
        if (!NO.contains(asked)) {
            throw new ComposeException(VARIABLE + " is '" + asked + "'; expected 1 or 0");
        }
        return VARIABLE + "=" + asked + " asks for the classic builder";
    }

    /** {@return why not BuildKit; empty if nothing speaks against it} */
    private static String reason(EngineInfo info, KitBuilder kit) {
        if (info.osType().equalsIgnoreCase("windows")) {
            return "an engine on Windows has none";
        } else if (info.server().startsWith("Libpod")) {
            return "Podman has none";
        }
        return kit.isThere() ? "" : "the engine at " + info.host() + " does not offer it (POST /grpc)";
    }
}
