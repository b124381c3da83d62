package io.github.jcompose.runtime.session;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process to run in a container of a service ({@code POST /containers/{id}/exec}).
 *
 * @param service whose container
 * @param command the words; at least one
 * @param index the number of the container; 0 for the lowest that runs
 * @param environment more variables; null takes the value of the project's environment, if there is a project
 * @param user name or number, and group after a colon; null for the container's
 * @param workingDir an absolute path in the container; null for the container's
 * @param privileged whether it may do what root of the host may
 * @param tty whether it has a terminal
 * @param detachKeys keys that end the session and leave the process running, such as {@code ctrl-p,ctrl-q}; they work
 *     with a terminal only; null for those of docker's settings
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, addClassRetainedGenerated = true)
public record ExecOptions(
        String service,
        List<String> command,
        int index,
        Map<String, @Nullable String> environment,
        @Nullable String user,
        @Nullable String workingDir,
        boolean privileged,
        boolean tty,
        @Nullable String detachKeys) {

    public ExecOptions {
        service = service == null ? "" : service;
        command = Unmodifiable.list(command);
        environment = Unmodifiable.map(environment);
    }

    /** {@return options for that command} */
    public static ExecOptions of(String service, String... command) {
        return builder(service, command).build();
    }

    /** {@return a builder for that command} */
    public static ExecOptionsBuilder builder(String service, String... command) {
        return ExecOptionsBuilder.builder().service(service).command(List.of(command));
    }

    /** {@return a builder with the defaults} */
    public static ExecOptionsBuilder builder() {
        return ExecOptionsBuilder.builder();
    }

    /** {@return a builder that starts from this one} */
    public ExecOptionsBuilder toBuilder() {
        return ExecOptionsBuilder.builder(this);
    }
}
