package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.Build;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.runtime.build.context.BaseImages;
import io.github.jcompose.runtime.build.task.BuildTask;
import io.github.jcompose.runtime.engine.Engine;
import io.github.jcompose.runtime.engine.ImageName;
import io.github.jcompose.runtime.engine.auth.Credential;
import io.github.jcompose.runtime.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Adds the additional contexts to a build. Newer engines know them. For an older one each becomes an image that a
 * stage of its name stands for, which the Dockerfile cannot tell from the real thing; images that were made for it
 * are removed in the end.
 */
final class NamedContexts implements AutoCloseable {
    private static final String ONLY_FILES = "FROM scratch\nCOPY . /\n";

    private final Engine engine;
    private final Abilities abilities;
    private final Function<String, Optional<Credential>> credentials;
    private final List<String> temporary = new ArrayList<>();

    NamedContexts(Engine engine, Abilities abilities, Function<String, Optional<Credential>> credentials) {
        this.engine = engine;
        this.abilities = abilities;
        this.credentials = credentials;
    }

    /**
     * {@return the task, with no base images left to fetch}
     *
     * <p>An engine that is to fetch all of them would look in registries also for the images of other services.
     */
    BuildTask fetched(BuildTask task) {
        if (task.contexts().isEmpty() || !task.build().pull() || task.isRemote()) {
            return task;
        }
        DockerfileText dockerfile = Inputs.of(task, abilities).dockerfile();
        if (dockerfile != null) {
            for (String image : BaseImages.of(dockerfile.text(), task.args())) {
                if (!task.contexts().containsKey(image)) {
                    String auth = credentials
                            .apply(ImageName.parse(image).registry())
                            .map(Credential::header)
                            .orElse(null);
                    engine.images().pull(image, task.platform(), auth, progress -> {});
                }
            }
        }
        return with(task, task.build().toBuilder().pull(false).build(), task.contexts(), task.image());
    }

    /**
     * {@return the inputs with the additional contexts}
     *
     * @param builder builds an image of a context of that name
     */
    Inputs add(BuildTask task, Inputs inputs, BiConsumer<String, BuildTask> builder) {
        Inputs all = inputs;
        if (abilities.namedContexts()) {
            for (Map.Entry<String, String> context : task.contexts().entrySet()) {
                all = addKnown(task, all, context.getKey(), context.getValue());
            }
            return all;
        }
        if (task.contexts().isEmpty()) {
            return all;
        }
        DockerfileText dockerfile = inputs.dockerfile();
        if (dockerfile == null) {
            throw new ComposeException(task.where()
                    + ".additional_contexts: together with the remote context " + task.context()
                    + " they take an engine of version 23.0 or later");
        }
        Map<String, String> images = new TreeMap<>();
        task.contexts().forEach((name, value) -> {
            String stage = KitLimits.stageName(task, name);
            if (dockerfile.hasStage(stage)) {
                throw new ComposeException(task.where() + ".additional_contexts: to replace the stage " + name
                        + " of the Dockerfile takes an engine of version 23.0 or later");
            }
            images.put(stage, image(task, name, value, builder));
        });
        return inputs.with(dockerfile.withStages(images));
    }

    private static Inputs addKnown(BuildTask task, Inputs inputs, String name, String value) {
        String attribute = "context:" + name;
        if (value.startsWith(BuildTask.IMAGE) || BuildTask.isRemote(value)) {
            return inputs.with(attribute, value);
        }
        // The names that every build has are taken.
        String local = name.equals("context") || name.equals("dockerfile") ? "_" + name : name;
        return inputs.with(attribute, "local:" + local).withFolder(local, folder(task, name, value));
    }

    private static Path folder(BuildTask task, String name, String value) {
        Path folder = KitLimits.folder(task, value);
        try {
            if (Files.isDirectory(folder)) {
                return folder.toRealPath();
            }
        } catch (IOException e) {
            throw new ComposeException(task.where() + ": cannot read " + IoReason.withFile(e), e);
        }
        throw new ComposeException(task.where() + ".additional_contexts." + name + ": there is no folder " + folder);
    }

    private String image(BuildTask task, String name, String value, BiConsumer<String, BuildTask> builder) {
        if (value.startsWith(BuildTask.IMAGE)) {
            return value.substring(BuildTask.IMAGE.length());
        }
        if (!BuildTask.isRemote(value)) {
            folder(task, name, value);
        }
        String image = "jcompose-context-" + UUID.randomUUID().toString().replace("-", "") + ":latest";
        temporary.add(image);
        Build only = Build.builder().context(value).dockerfileInline(ONLY_FILES).build();
        try {
            builder.accept(name, with(task, only, Map.of(), image));
        } catch (EngineException e) {
            throw e;
        } catch (ComposeException e) {
            // Nobody knows the image; what the user wrote is the context.
            String message = String.valueOf(e.getMessage());
            int reason = message.indexOf(image + ": ");
            throw new ComposeException(
                    task.where() + ".additional_contexts." + name + ": cannot get " + value + ": "
                            + (reason < 0 ? message : message.substring(reason + image.length() + 2)),
                    e);
        }
        return image;
    }

    private static BuildTask with(BuildTask task, Build build, Map<String, String> contexts, String image) {
        return new BuildTask(
                task.service(),
                image,
                build,
                task.platform(),
                task.args(),
                task.labels(),
                task.folder(),
                contexts,
                task.secrets(),
                task.environment(),
                task.memory());
    }

    @Override
    public void close() {
        for (String image : temporary) {
            try {
                engine.images().remove(image, false);
            } catch (EngineException e) {
                // It was not built, or is in use: it has no name that anyone would look for.
            }
        }
    }
}
