package io.github.jcompose.runtime.swarm.spec;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.runtime.create.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A config or secret that a project asks for. Its body holds the content; it must not get into a message.
 *
 * @param what for messages, such as {@code secret "password"}
 * @param key in the project
 * @param name in the swarm
 * @param named whether the user gave the name, so that it must not be changed
 * @param external whether it must be there already
 * @param templating the driver of its template; empty for none
 * @param body of the request to create it, without its name; empty for an external one
 */
public record FileRequest(
        String what,
        String key,
        String name,
        boolean named,
        boolean external,
        String templating,
        Map<String, @Nullable Object> body) {

    /**
     * {@return the config of that key}
     *
     * @throws ComposeException if its content cannot be read
     */
    public static FileRequest of(Stack stack, String key, Config config) {
        String what = "config \"" + key + "\"";
        return request(
                stack,
                what,
                key,
                new Source(config.file(), config.environment(), config.content(), config.driver(), config.driverOpts()),
                config.name(),
                config.external(),
                config.templateDriver(),
                config.labels());
    }

    /**
     * {@return the secret of that key}
     *
     * @throws ComposeException if its content cannot be read
     */
    public static FileRequest of(Stack stack, String key, Secret secret) {
        String what = "secret \"" + key + "\"";
        return request(
                stack,
                what,
                key,
                new Source(secret.file(), secret.environment(), secret.content(), secret.driver(), secret.driverOpts()),
                secret.name(),
                secret.external(),
                secret.templateDriver(),
                secret.labels());
    }

    /** Where the content comes from. */
    private record Source(
            @Nullable String file,
            @Nullable String environment,
            @Nullable String content,
            @Nullable String driver,
            Map<String, String> driverOptions) {}

    private static FileRequest request(
            Stack stack,
            String what,
            String key,
            Source source,
            @Nullable String name,
            boolean external,
            @Nullable String templateDriver,
            Map<String, String> labels) {
        String template = templateDriver == null ? "" : templateDriver;
        Fields body = new Fields();
        if (!external) {
            body.always("Labels", stack.labels(labels));
            if (template.length() > 0) {
                body.always("Templating", Map.of("Name", template));
            }
            String driver = given(source.driver());
            if (driver != null) {
                body.always("Driver", Map.of("Name", driver, "Options", source.driverOptions()));
            } else {
                body.always("Data", Base64.getEncoder().encodeToString(content(stack, what, source)));
            }
        }
        return new FileRequest(
                what,
                key,
                stack.nameOf(key, name, external),
                external || stack.isNamed(key, name),
                external,
                template,
                body.map());
    }

    private static byte[] content(Stack stack, String what, Source source) {
        String file = given(source.file());
        String variable = given(source.environment());
        if (file != null) {
            return read(stack, what, file);
        }
        String content = variable == null
                ? source.content()
                : stack.project().environment().get(variable);
        if (content == null) {
            throw new ComposeException(
                    variable == null
                            ? what + " has no content: give it a file, an environment or a content"
                            : "environment variable \"" + variable + "\" required by " + what + " is not set");
        }
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(Stack stack, String what, String file) {
        Path directory = stack.project().workingDir();
        try {
            return Files.readAllBytes(directory == null ? Path.of(file) : directory.resolve(file));
        } catch (NoSuchFileException e) {
            throw new ComposeException("cannot read the file of " + what + ": there is no " + e.getFile(), e);
        } catch (IOException e) {
            throw new ComposeException("cannot read the file of " + what + ": " + IoReason.withFile(e), e);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** {@return what it is, without its content} */
    @Override
    public String toString() {
        return what;
    }
}
