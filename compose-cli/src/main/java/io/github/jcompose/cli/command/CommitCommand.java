package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.runtime.CommitOptions;
import io.github.jcompose.runtime.Compose;
import java.util.List;

/** Makes an image of a container. */
final class CommitCommand implements Command {
    private static final Flag AUTHOR = Flag.ofText("author", "AUTHOR", "Who made it (\"Name <mail@example.com>\")")
            .orLetter('a');
    private static final Flag CHANGE = Flag.ofList("change", "INSTRUCTION", "An instruction of a Dockerfile to apply")
            .orLetter('c');
    private static final Flag INDEX =
            Flag.ofNumber("index", "NUM", "The number of the container, if the service has several");
    private static final Flag MESSAGE =
            Flag.ofText("message", "TEXT", "What is new").orLetter('m');
    private static final Flag PAUSE = Flag.ofSwitch("pause", "Freeze the container meanwhile (default: true)")
            .orLetter('p');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "commit",
                "SERVICE [REPOSITORY[:TAG]]",
                "Make an image of a container",
                FlagSet.of(AUTHOR, CHANGE, INDEX, MESSAGE, PAUSE));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("commit");
        Arguments arguments = call.arguments();
        List<String> words = arguments.rest();
        if (words.isEmpty() || words.size() > 2) {
            throw new UsageException("\"commit\" needs a service, and the name of the image if it is to have one");
        }
        Integer index = arguments.number(INDEX);
        CommitOptions options = CommitOptions.builder()
                .service(words.get(0))
                .index(index == null ? 0 : index)
                .repository(words.size() > 1 ? words.get(1) : "")
                .author(arguments.text(AUTHOR))
                .message(arguments.text(MESSAGE))
                .noPause(arguments.given(PAUSE) && !arguments.is(PAUSE))
                .changes(arguments.list(CHANGE))
                .build();
        Selection selection = Selection.of(call, List.of());
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, List.of(options.service()));
            compose.commit(selection.name(), options);
        }
        return 0;
    }
}
