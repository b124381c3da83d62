package io.github.jcompose.cli.command;

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
        WholeFile.write(call.surroundings().directory().resolve(file), text);
    }
}
