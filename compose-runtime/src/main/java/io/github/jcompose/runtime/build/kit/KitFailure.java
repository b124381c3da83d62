package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.grpc.GrpcException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to tell the user of a build that failed. */
final class KitFailure {
    private static final int LINES_AROUND = 2;
    private static final int LONGEST_EXCERPT = 12;
    /** Each layer of BuildKit adds words of its own before the reason. */
    private static final Pattern WRAPPING = Pattern.compile(
            "^(?:rpc error: code = \\w+ desc = |failed to solve(?: with "
                    + "frontend [^:]+)?: |failed to build LLB: |failed to create LLB definition: |executor failed running )+");

    private static final Pattern REFUSED = Pattern.compile(
            "401 Unauthorized|unauthorized|authentication required|no basic auth|authorization failed|pull access denied"
                    + "|insufficient_scope");
    private static final Pattern HEREDOC = Pattern.compile("(?im)^[ \\t]*(?:RUN|COPY|ADD)[ \\t].*<<-?[\"']?\\w+");
    private static final String RESOLVING = "resolve image config for ";

    private KitFailure() {}

    /**
     * {@return what to throw}
     *
     * @param unread what could not be read on this side; null if that is not why
     */
    static ComposeException of(
            BuildTask task,
            GrpcException error,
            KitTrace trace,
            @Nullable DockerfileText dockerfile,
            @Nullable IOException unread) {
        String start = task.where() + ": cannot build image " + task.image() + ": ";
        if (unread != null) {
            return new ComposeException(start + unread.getMessage(), error);
        }
        String reason = WRAPPING.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        StringBuilder text = new StringBuilder(start);
        Optional<ErrorPlace> place = ErrorPlace.of(error).or(() -> ErrorPlace.ofStep(dockerfile, trace.failedStep()));
        int line = place.map(p -> dockerfile == null ? p.first() : dockerfile.line(p.first()))
                .orElse(0);
        if (line > 0) {
            String file = dockerfile == null ? place.map(ErrorPlace::file).orElse("Dockerfile") : dockerfile.name();
            text.append(file).append(", line ").append(line).append(": ");
        }
        String step = trace.failedStep();
        if (!step.isEmpty()) {
            text.append(step).append(" failed: ");
        }
        text.append(reason.strip());
        hint(step, reason, dockerfile, text);
        if (line > 0) {
            excerpt(place.orElseThrow(), dockerfile, line, text);
        }
        List<String> lines = trace.failedLines();
        if (!lines.isEmpty()) {
            text.append("\nThe last lines of its output:");
            lines.forEach(output -> text.append("\n  ").append(output));
        }
        return new ComposeException(text.toString(), error);
    }

    /** {@return what trouble with a connection to the engine means} */
    static String lost(URI host, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return "the engine at " + host + " has fallen silent: it does not answer a ping either";
            }
        }
        return "the connection to the engine at " + host + " was lost: " + e.getMessage();
    }

    private static void hint(String step, String reason, @Nullable DockerfileText dockerfile, StringBuilder text) {
        if (dockerfile != null
                && reason.contains("unknown instruction")
                && HEREDOC.matcher(dockerfile.text()).find()) {
            text.append(
                    "\nHere-documents (<<) take an engine of version 23.0 or later, or '# syntax=docker/dockerfile:1'"
                            + " as the first line.");
        } else if (step.startsWith(RESOLVING)) {
            text.append(
                    "\nThe line '# syntax=' at the head of the Dockerfile has the engine fetch that frontend image, and"
                            + " it cannot. Without the line the engine takes its own.");
        } else if (REFUSED.matcher(reason).find()) {
            text.append("\nThe registry refuses the credentials, or wants some: check the user and password"
                    + " (docker login), and the name of the image.");
        }
    }

    private static void excerpt(ErrorPlace place, @Nullable DockerfileText dockerfile, int line, StringBuilder text) {
        List<String> lines = dockerfile == null ? place.text().lines().toList() : dockerfile.lines();
        int last = line + Math.min(place.last() - place.first(), LONGEST_EXCERPT);
        int from = Math.max(1, line - LINES_AROUND);
        int to = Math.min(lines.size(), last + LINES_AROUND);
        int width = String.valueOf(to).length();
        for (int i = from; i <= to; i++) {
            String number = String.valueOf(i);
            text.append(i >= line && i <= last ? "\n > " : "\n   ")
                    .append(" ".repeat(width - number.length()))
                    .append(number)
                    .append(" | ")
                    .append(lines.get(i - 1));
        }
    }
}
