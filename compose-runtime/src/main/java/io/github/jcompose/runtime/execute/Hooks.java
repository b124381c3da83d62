package io.github.jcompose.runtime.execute;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Hook;
import io.github.jcompose.model.Service;
import io.github.jcompose.runtime.engine.Attachment;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.Frame;
import io.github.jcompose.runtime.error.EngineConflictException;
import io.github.jcompose.runtime.error.EngineNotFoundException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the commands that a service wants run in its containers after their start and before their stop. */
public final class Hooks {
    private static final int TAIL = 2048;

    private final Engine engine;

    /** Runs hooks there. */
    public Hooks(Engine engine) {
        this.engine = engine;
    }

    /**
     * Runs the hooks that follow a start.
     *
     * @throws ComposeException if one fails
     */
    public void postStart(String key, Service service, String container) {
        service.postStart().forEach(hook -> run(key, hook, container));
    }

    /**
     * Runs the hooks that precede a stop. A container that does not run has nothing to run them in.
     *
     * @throws ComposeException if one fails
     */
    public void preStop(String key, Service service, String container) {
        try {
            service.preStop().forEach(hook -> run(key, hook, container));
        } catch (EngineNotFoundException | EngineConflictException e) {
            // It has stopped on its own.
        }
    }

    private void run(String key, Hook hook, String container) {
        List<String> environment = new ArrayList<>();
        hook.environment().forEach((name, value) -> environment.add(value == null ? name : name + "=" + value));
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
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Attachment attachment = engine.execs().start(exec, false)) {
            for (Frame frame = attachment.next(); frame != null; frame = attachment.next()) {
                output.writeBytes(frame.bytes());
            }
        }
        int code = engine.execs().inspect(exec).exitCode();
        if (code != 0) {
            String text = output.toString(StandardCharsets.UTF_8).strip();
            String tail = text.length() > TAIL ? text.substring(text.length() - TAIL) : text;
            throw new ComposeException(key + " hook exited with status " + code + (tail.isEmpty() ? "" : ": " + tail));
        }
    }
}
