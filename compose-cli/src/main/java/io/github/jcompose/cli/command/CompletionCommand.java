package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints the script that makes a shell complete command lines of jcompose. */
final class CompletionCommand implements Command {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public Synopsis synopsis() {
        return new Synopsis("completion", "bash|zsh|fish", "Print the completion script for a shell", FlagSet.of());
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return false;
    }

    @Override
    public int run(Invocation call) {
        List<String> shells = call.arguments().rest();
        if (shells.size() != 1 || !SHELLS.contains(shells.get(0))) {
            throw new UsageException("expected one shell: " + String.join(", ", SHELLS));
        }
        String script = "/io/github/jcompose/cli/complete/completion." + shells.get(0);
        try (InputStream resource = CompletionCommand.class.getResourceAsStream(script)) {
            call.out().print(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
