package io.github.jcompose.cli.command;

import io.github.jcompose.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    /** Reads no further than the line goes: another question may follow. */
    private String readLine() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = surroundings.in().read();
                    b >= 0 && b != '\n';
                    b = surroundings.in().read()) {
                line.write(b);
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
