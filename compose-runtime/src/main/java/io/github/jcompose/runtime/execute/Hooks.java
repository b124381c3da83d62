package io.github.jcompose.runtime.execute;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import io.github.jcompose.runtime.event.LogSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the commands that a service wants run in its containers after their start and before their stop. */
public final class Hooks {
    private final Engine engine;
    private final LogSink sink;

    /** Runs hooks there, and drops what they print. */
    public Hooks(Engine engine) {
        this(engine, line -> {});
    }

    /** Runs hooks there. */
    public Hooks(Engine engine, LogSink sink) {
        this.engine = engine;
        this.sink = sink;
    }

    /**
     * Runs the hooks that follow a start.
     *
     * @throws ComposeException if one fails
     */
    public void postStart(String key, Service service, String container) {
        postStart(key, service, container, key);
    }

    /**
     * Runs the hooks that follow a start.
     *
     * @param name of the container, by which lines of output go
     * @throws ComposeException if one fails
     */
    public void postStart(String key, Service service, String container, String name) {
        service.postStart().forEach(hook -> run(key, hook, container, name));
    }

    /**
     * Runs the hooks that precede a stop. A container that does not run has nothing to run them in.
     *
     * @throws ComposeException if one fails
     */
    public void preStop(String key, Service service, String container) {
        try {
            service.preStop().forEach(hook -> run(key, hook, container, key));
        } catch (EngineNotFoundException | EngineConflictException e) {
            // It has stopped on its own.
        }
    }

    private void run(String key, Hook hook, String container, String name) {
        List<String> environment = new ArrayList<>();
        hook.environment()
                .forEach((variable, value) -> environment.add(value == null ? variable : variable + "=" + value));
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("AttachStdout", true);
        body.put("AttachStderr", true);
        body.put("Cmd", hook.command());
        body.put("Env", environment);
        body.put("Privileged", hook.privileged());
        if (hook.user() != null) {
            body.put("User", hook.user());
        }
        if (hook.workingDir() != null) {
            body.put("WorkingDir", hook.workingDir());
        }
        String exec = engine.execs().create(container, body);
        HookOutput output = new HookOutput(sink);
        try (Attachment attachment = engine.execs().start(exec, false)) {
            output.read(attachment, key, container, name + " ->");
        }
        int code = engine.execs().inspect(exec).exitCode();
        if (code != 0) {
            throw new ComposeException(key + " hook exited with status " + code + output.tail());
        }
    }
}
