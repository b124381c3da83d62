package io.github.jcompose.cli.command;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a command that prints one text puts it: into a file, or to the standard output. */
final class Output {
    private Output() {}

    /**
     * Writes the text.
     *
     * @param file as {@code --output} names it; null for the standard output
     */
    static void write(Invocation call, @Nullable String file, String text) {
        if (file == null) {
            call.out().print(text);
            return;
        }
        Path path = call.surroundings().directory().resolve(file);
        try {
            Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ComposeException("cannot write " + path + ": " + e, e);
        }
    }
}
