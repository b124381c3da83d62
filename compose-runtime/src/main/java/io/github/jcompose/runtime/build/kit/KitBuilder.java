package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.session.AuthService;
import io.github.jcompose.runtime.build.session.BuildSession;
import io.github.jcompose.runtime.build.session.FilesService;
import io.github.jcompose.runtime.build.session.SecretsService;
import io.github.jcompose.runtime.build.session.SshService;
import io.github.jcompose.runtime.build.task.BuildListener;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.build.task.ImageBuilder;
import io.github.jcompose.runtime.build.wire.SolveRequest;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import io.github.jcompose.runtime.engine.grpc.GrpcMethod;
import io.github.jcompose.runtime.error.EngineException;
import io.github.jcompose.runtime.error.EngineInterruptedException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Builds with the BuildKit that is part of the engine: one connection to tell it what to build
 * ({@code POST /grpc}), one over which it asks for files, secrets and credentials ({@code POST /session}).
 */
public final class KitBuilder implements ImageBuilder {
    /** What an engine does with an image it has built: keeps it. */
    private static final String KEEP = "moby";

    private final Engine engine;
    private final Executor threads;
    private final Function<String, Optional<Credential>> credentials;
    private final Abilities abilities;

    /**
     * @param credentials finds them by registry, a host with its port
     */
    public KitBuilder(Engine engine, Executor threads, Function<String, Optional<Credential>> credentials) {
        this.engine = engine;
        this.threads = threads;
        this.credentials = credentials;
        this.abilities = new Abilities(engine);
    }

    /** {@return whether the engine lets its BuildKit be used} */
    public boolean isThere() {
        try {
            KitConnection.open(engine, threads).close();
            return true;
        } catch (EngineInterruptedException e) {
            throw e;
        } catch (EngineException | IOException e) {
            return false;
        }
    }

    @Override
    public List<String> check(BuildTask task) {
        return KitLimits.check(task, abilities);
    }

    @Override
    public void build(BuildTask task, BuildListener listener) {
        Inputs inputs = Inputs.of(task, abilities);
        KitTrace trace = new KitTrace(listener);
        try (NamedContexts contexts = new NamedContexts(engine, abilities, credentials)) {
            BuildTask own = contexts.fetched(task);
            Inputs all = contexts.add(own, inputs, (name, context) -> build(context, trace, name, Map.of()));
            trace.begin("");
            solve(own, all, trace, Attributes.of(own, abilities));
        }
    }

    private void build(BuildTask task, KitTrace trace, String prefix, Map<String, String> attributes) {
        trace.begin(prefix);
        solve(task, Inputs.of(task, abilities), trace, attributes);
    }

    private void solve(BuildTask task, Inputs inputs, KitTrace trace, Map<String, String> attributes) {
        FilesService files = new FilesService(inputs.sent(), threads);
        try (KitConnection kit = KitConnection.open(engine, threads);
                BuildSession session = BuildSession.open(engine, threads, SharedKey.of(task), methods(task, files))) {
            Map<String, String> all = new TreeMap<>(attributes);
            all.putAll(inputs.attributes());
            solve(kit, session, request(task, session.id(), all), trace);
        } catch (GrpcException e) {
            throw KitFailure.of(task, e, trace, inputs.dockerfile(), files.failure());
        } catch (ClosedByInterruptException e) {
            throw new EngineInterruptedException("interrupted while building image " + task.image(), e);
        } catch (IOException e) {
            throw new ComposeException(
                    task.where() + ": cannot build image " + task.image() + ": "
                            + KitFailure.lost(engine.info().host(), e),
                    e);
        }
    }

    private static void solve(KitConnection kit, BuildSession session, SolveRequest request, KitTrace trace)
            throws IOException {
        try {
            kit.solve(request, trace);
        } catch (GrpcException e) {
            String said = String.valueOf(e.getMessage());
            if (session.isLost(said.contains("transport") || said.contains("no active session"))) {
                // What the engine says of it is about its own end of the connection.
                throw new IOException("the files of the build cannot be read any more", e);
            }
            throw e;
        }
    }

    private Map<String, GrpcMethod> methods(BuildTask task, FilesService files) {
        Map<String, GrpcMethod> methods = new TreeMap<>(files.methods());
        methods.putAll(AuthService.methods(credentials));
        methods.putAll(SecretsService.methods(Secrets.find(task)));
        if (!task.build().ssh().isEmpty()) {
            methods.putAll(SshService.methods(SshAgents.find(task), threads));
        }
        return methods;
    }

    private static SolveRequest request(BuildTask task, String session, Map<String, String> attributes) {
        List<SolveRequest.Cache> exports = new ArrayList<>();
        task.build().cacheTo().forEach(entry -> exports.add(cache(entry)));
        List<SolveRequest.Cache> imports = new ArrayList<>();
        task.build().cacheFrom().forEach(entry -> imports.add(cache(entry)));
        if (exports.isEmpty() && isYes(task.args().getOrDefault("BUILDKIT_INLINE_CACHE", ""))) {
            exports.add(new SolveRequest.Cache("inline", Map.of()));
        }
        return new SolveRequest(
                UUID.randomUUID().toString().replace("-", ""),
                session,
                KEEP,
                Map.of("name", String.join(",", task.names())),
                attributes,
                exports,
                imports,
                Attributes.entitlements(task.build()));
    }

    private static SolveRequest.Cache cache(String entry) {
        Map<String, String> fields = BuildTask.cacheFields(entry);
        String type = fields.remove("type");
        return new SolveRequest.Cache(type == null ? "" : type, fields);
    }

    private static boolean isYes(String text) {
        return List.of("1", "t", "true").contains(text.toLowerCase(java.util.Locale.ROOT));
    }
}
