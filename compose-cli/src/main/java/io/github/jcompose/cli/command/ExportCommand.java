package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.runtime.Compose;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all files of a container to a tar archive. */
final class ExportCommand implements Command {
    private static final Flag INDEX =
            Flag.ofNumber("index", "NUM", "The number of the container, if the service has several");
    private static final Flag OUTPUT = Flag.ofText("output", "FILE", "Write to this file, not to the output")
            .orLetter('o');

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "export", "SERVICE", "Write all files of a container to a tar archive", FlagSet.of(INDEX, OUTPUT));
    }

    @Override
    public int run(Invocation call) {
        call.rejectDryRun("export");
        List<String> words = call.arguments().rest();
        if (words.size() != 1) {
            throw new UsageException("\"export\" needs one service");
        }
        String output = call.arguments().text(OUTPUT);
        boolean toFile = output != null && !output.isEmpty();
        if (!toFile && call.surroundings().terminal().hasOutput()) {
            throw new UsageException("output option is required when exporting to terminal: use -o FILE or redirect");
        }
        Path target = toFile ? target(call.surroundings().directory().resolve(output)) : null;
        Integer index = call.arguments().number(INDEX);
        Selection selection = Selection.of(call, List.of());
        try (Compose compose = call.connect()) {
            KnownServices.check(compose, selection, words);
            Exporter exporter = out -> compose.export(selection.name(), words.get(0), index == null ? 0 : index, out);
            if (target == null) {
                exporter.to(call.out());
            } else {
                WholeFile.write(target, true, exporter::to);
            }
        }
        return 0;
    }

    private interface Exporter {
        void to(OutputStream out);
    }

    private static Path target(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw new ComposeException("cannot write to " + path + ": it is a folder");
        }
        if (parent == null || !Files.isDirectory(parent)) {
            throw new ComposeException("cannot write to " + path + ": there is no folder " + parent);
        }
        return path.toAbsolutePath();
    }
}
