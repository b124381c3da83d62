package io.github.jcompose.cli.command;

import io.github.jcompose.cli.terminal.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks the user. */
record Prompt(Surroundings surroundings) {
    /** {@return whether the answer is yes; no answer is a no} */
    boolean confirm(String question) {
        surroundings.err().print(question + " [y/N] ");
        surroundings.err().flush();
        String answer = readLine().strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes") || answer.equals("true") || answer.equals("1");
    }

    private String readLine() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
