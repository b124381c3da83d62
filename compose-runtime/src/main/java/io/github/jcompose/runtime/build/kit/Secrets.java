package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Secret;
import io.github.jcompose.runtime.build.session.SecretsService.Content;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Finds the secrets of a build. */
final class Secrets {
    private Secrets() {}

    /**
     * {@return the secrets by id}
     *
     * @throws ComposeException if one cannot be had; its content is not told
     */
    static Map<String, Content> find(BuildTask task) {
        Map<String, Content> found = new TreeMap<>();
        task.secrets().forEach((id, secret) -> found.put(id, content(task, id, secret)));
        return found;
    }

    private static Content content(BuildTask task, String id, Secret secret) {
        String where = task.where() + ".secrets: " + id;
        String file = secret.file();
        String variable = secret.environment();
        String text = secret.content();
        if (file != null) {
            Path path = task.folder().resolve(file).normalize();
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new ComposeException(where + ": there is no file " + path + " that can be read");
            }
            return () -> Files.readAllBytes(path);
        } else if (variable != null) {
            String value = task.environment().get(variable);
            if (value == null) {
                throw new ComposeException(where + ": the variable " + variable + " is not set");
            }
            return () -> value.getBytes(StandardCharsets.UTF_8);
        } else if (text != null) {
            return () -> text.getBytes(StandardCharsets.UTF_8);
        }
        throw new ComposeException(where
                + (secret.external()
                        ? ": an external secret cannot be read for a build; take it from a file or a variable"
                        : ": has neither a file nor a variable"));
    }
}
