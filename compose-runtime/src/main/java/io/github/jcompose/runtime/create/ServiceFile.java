package io.github.jcompose.runtime.create;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Config;
import io.github.jcompose.model.FileReference;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Secret;
import io.github.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A config or secret at its place in a container.
 *
 * @param target the absolute path in the container
 * @param file the file on the host that it is; null if it is {@code content}
 * @param content what it holds; null if it is a {@code file}
 * @param reference how the service asks for it
 */
record ServiceFile(
        String target, @Nullable String file, @Nullable String content, FileReference reference) {
    private static final String SECRETS = "/run/secrets/";

    /** {@return the secrets and then the configs of the service} */
    static List<ServiceFile> of(Project project, String key, Service service) {
        List<ServiceFile> files = new ArrayList<>();
        for (FileReference reference : service.secrets()) {
            String source = source(reference);
            Secret secret = project.secrets().get(source);
            if (secret == null) {
                throw new ComposeException("services." + key + ": no secret '" + source + "' in the project");
            }
            String what = "secret \"" + source + "\"";
            reject(key, what, secret.external(), secret.driver(), secret.templateDriver());
            files.add(new ServiceFile(
                    target(SECRETS, reference),
                    secret.file(),
                    content(project, what, secret.file(), secret.content(), secret.environment()),
                    reference));
        }
        for (FileReference reference : service.configs()) {
            String source = source(reference);
            Config config = project.configs().get(source);
            if (config == null) {
                throw new ComposeException("services." + key + ": no config '" + source + "' in the project");
            }
            String what = "config \"" + source + "\"";
            reject(key, what, config.external(), config.driver(), config.templateDriver());
            files.add(new ServiceFile(
                    target("/", reference),
                    config.file(),
                    content(project, what, config.file(), config.content(), config.environment()),
                    reference));
        }
        return files;
    }

    private static String source(FileReference reference) {
        return reference.source() == null ? "" : reference.source();
    }

    private static String target(String base, FileReference reference) {
        String target = reference.target();
        if (target == null || target.isEmpty()) {
            return base + source(reference);
        }
        return target.startsWith("/") ? target : base + target;
    }

    private static @Nullable String content(
            Project project, String what, @Nullable String file, @Nullable String content, @Nullable String variable) {
        if (file != null && !file.isEmpty()) {
            return null;
        }
        if (content != null || variable == null || variable.isEmpty()) {
            return content == null ? "" : content;
        }
        String value = project.environment().get(variable);
        if (value == null) {
            throw new ComposeException("environment variable \"" + variable + "\" required by " + what + " is not set");
        }
        return value;
    }

    private static void reject(
            String key, String what, boolean external, @Nullable String driver, @Nullable String templateDriver) {
        String unsupported = external
                ? "external"
                : driver != null && !driver.isEmpty()
                        ? "driver"
                        : templateDriver != null && !templateDriver.isEmpty() ? "template_driver" : null;
        if (unsupported != null) {
            throw new ComposeException("services." + key + ": " + what + " is not supported: its attribute "
                    + unsupported + " needs a swarm");
        }
    }
}
