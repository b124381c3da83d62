package io.github.jcompose.runtime.build.kit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.failure.IoReason;
import io.github.jcompose.runtime.build.context.LocalContext;
import io.github.jcompose.runtime.build.session.SentFiles;
import io.github.jcompose.runtime.build.session.SentFolder;
import io.github.jcompose.runtime.build.task.BuildTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a build is made from.
 *
 * @param attributes tell the frontend where it is
 * @param folders what is sent, by the names that the frontend uses
 * @param dockerfile null if it is in a remote context
 */
record Inputs(
        Map<String, String> attributes,
        Map<String, SentFiles> folders,
        @Nullable DockerfileText dockerfile) {
    private static final String CONTEXT = "context";
    private static final String DOCKERFILE = "dockerfile";
    private static final String USUAL = "Dockerfile";
    private static final String IGNORE = ".dockerignore";

    /**
     * {@return the inputs of a build, without its additional contexts}
     *
     * @throws ComposeException if a folder or the Dockerfile is not there
     */
    static Inputs of(BuildTask task, Abilities engine) {
        return task.isRemote() ? remote(task, engine) : local(task);
    }

    private static Inputs remote(BuildTask task, Abilities engine) {
        Map<String, String> attributes = new TreeMap<>();
        String context = task.context();
        int fragment = context.indexOf('#');
        int colon = fragment < 0 ? -1 : context.indexOf(':', fragment);
        String below = "";
        if (colon >= 0 && !engine.gitFolders()) {
            below = context.substring(colon + 1).replaceAll("^/+|/+$", "");
            context = context.substring(0, colon);
            attributes.put("contextsubdir", below);
        }
        attributes.put(CONTEXT, context);
        String inline = task.build().dockerfileInline();
        String named = task.build().dockerfile();
        if (inline == null) {
            String file = named == null || named.isEmpty() ? USUAL : named;
            attributes.put("filename", below.isEmpty() ? file : below + "/" + file);
            return new Inputs(attributes, Map.of(), null);
        }
        attributes.put("dockerfilekey", DOCKERFILE);
        attributes.put("filename", USUAL);
        DockerfileText text = DockerfileText.of(USUAL, inline);
        return new Inputs(attributes, Map.of(), text);
    }

    private static Inputs local(BuildTask task) {
        LocalContext context = LocalContext.of(task.where(), KitLimits.folder(task, task.context()), task.build());
        Path file = context.file();
        String name = file == null ? USUAL : String.valueOf(file.getFileName());
        Map<String, SentFiles> folders = new TreeMap<>();
        folders.put(CONTEXT, new SentFolder(context.folder()));
        Map<String, String> own = new TreeMap<>();
        if (file != null) {
            Path ignore = file.resolveSibling(name + IGNORE);
            try {
                if (Files.isRegularFile(ignore)) {
                    own.put(name + IGNORE, Files.readString(ignore, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new ComposeException(task.where() + ": cannot read " + IoReason.withFile(e), e);
            }
        }
        DockerfileText text = new DockerfileText(name, context.text(), 0, 0, own);
        return new Inputs(Map.of("filename", name), folders, text);
    }

    /** {@return the same, with one more thing to tell the frontend} */
    Inputs with(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Inputs(more, folders, dockerfile);
    }

    /** {@return the same, with one more folder} */
    Inputs withFolder(String name, Path folder) {
        Map<String, SentFiles> more = new TreeMap<>(folders);
        more.put(name, new SentFolder(folder));
        return new Inputs(attributes, more, dockerfile);
    }

    Inputs with(DockerfileText text) {
        return new Inputs(attributes, folders, text);
    }

    /** {@return all that is sent} */
    Map<String, SentFiles> sent() {
        Map<String, SentFiles> all = new TreeMap<>(folders);
        if (dockerfile != null) {
            all.put(DOCKERFILE, SentFiles.ofTexts(dockerfile.files()));
        }
        return all;
    }
}
