package io.github.jcompose.runtime.engine.auth;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.json.Json;
import io.github.jcompose.runtime.engine.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A program {@code docker-credential-…} that keeps credentials in the system's key chain. */
final class CredentialHelper {
    private static final String NOT_FOUND = "credentials not found in native keychain";

    private final String program;
    private final Map<String, String> environment;

    /**
     * @param name such as {@code pass} for {@code docker-credential-pass}
     */
    CredentialHelper(String name, Map<String, String> environment) {
        this.program = "docker-credential-" + name;
        this.environment = environment;
    }

    /** {@return the credential for the registry; empty if the helper has none} */
    Optional<Credential> get(String server) {
        JsonObject told = run("get", server);
        return told.string("Username").isEmpty() ? Optional.empty() : Optional.of(Credential.ofHelper(server, told));
    }

    /** {@return the registries that it has credentials for} */
    Set<String> servers() {
        return run("list", "").map().keySet();
    }

    private JsonObject run(String action, String input) {
        Process process = null;
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(find().toString(), action).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            process = builder.start();
            write(process, input);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exitCode = process.waitFor();
            if (exitCode == 0) {
                return JsonObject.of(Json.parse(output));
            } else if (output.equals(NOT_FOUND)) {
                return JsonObject.EMPTY;
            }
            throw new ComposeException(program + " " + action + " " + input + " ended with exit code " + exitCode);
        } catch (IOException e) {
            throw new ComposeException("cannot run " + program + ", which config.json names: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Without the cause: it may quote credentials.
            throw new ComposeException(program + " " + action + " did not answer in JSON");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComposeException("interrupted while waiting for " + program, e);
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; its exit code says why.
        }
    }

    private Path find() throws IOException {
        String path = environment.getOrDefault("PATH", "");
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            for (String suffix : new String[] {"", ".exe"}) {
                Path candidate = Path.of(folder, program + suffix);
                if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
        }
        throw new IOException("it is not on the PATH");
    }
}
