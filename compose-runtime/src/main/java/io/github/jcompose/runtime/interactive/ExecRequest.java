package io.github.jcompose.runtime.interactive;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.engine.ApiVersion;
import io.github.jcompose.runtime.session.Console;
import io.github.jcompose.runtime.session.ExecOptions;
import io.github.jcompose.runtime.session.WindowSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a process in a container ({@code POST /containers/{id}/exec}). */
record ExecRequest(ExecOptions options, ApiVersion api) {
    ExecRequest {
        if (options.command().isEmpty()) {
            throw new ComposeException("no command to run in service \"" + options.service() + "\"");
        }
    }

    Map<String, Object> detached() {
        Map<String, Object> body = new LinkedHashMap<>();
        List<String> environment = new ArrayList<>();
        options.environment().forEach((name, value) -> environment.add(value == null ? name : name + "=" + value));
        body.put("Cmd", options.command());
        body.put("Env", environment);
        body.put("Privileged", options.privileged());
        body.put("Tty", options.tty());
        put(body, "User", options.user());
        put(body, "WorkingDir", options.workingDir());
        return body;
    }

    Map<String, Object> attached(boolean input, @Nullable String detachKeys, @Nullable Console console) {
        Map<String, Object> body = detached();
        body.put("AttachStdin", input);
        body.put("AttachStdout", true);
        body.put("AttachStderr", true);
        put(body, "DetachKeys", detachKeys);
        WindowSize size = console == null || !options.tty() ? null : console.size();
        if (size != null && api.atLeast("1.42")) {
            // Older engines are told the size after the start.
            body.put("ConsoleSize", List.of(size.rows(), size.columns()));
        }
        return body;
    }

    private static void put(Map<String, Object> body, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            body.put(key, value);
        }
    }
}
