package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.kubernetes.Manifests;
import io.github.jcompose.kubernetes.diff.Difference;
import io.github.jcompose.kubernetes.diff.Difference.Change;
import io.github.jcompose.kubernetes.diff.ManifestDiff;
import io.github.jcompose.model.ComposeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the project with Kubernetes manifests. Ends with 1 if they differ, and with 2 if that cannot be told. */
final class KubernetesCommand implements Command {
    private static final int DIFFERENT = 1;
    private static final int TROUBLE = 2;

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "kubernetes",
                "diff [FOLDER]",
                "Compare the project with a folder of Kubernetes manifests",
                FlagSet.of());
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments().rest();
        if (words.isEmpty() || !words.get(0).equals("diff")) {
            throw new UsageException(
                    words.isEmpty()
                            ? "kubernetes needs a word: diff"
                            : "unknown word of kubernetes: \"" + words.get(0) + "\": expected diff");
        }
        if (words.size() > 2) {
            throw new UsageException("kubernetes diff compares with one folder");
        }
        try {
            return diff(call, words.size() > 1 ? words.get(1) : null);
        } catch (ComposeException e) {
            call.view().error(String.valueOf(e.getMessage()));
            return TROUBLE;
        }
    }

    private static int diff(Invocation call, @Nullable String given) {
        Path folder = call.surroundings().directory().resolve(given == null ? "out" : given);
        if (given == null && !Files.isDirectory(folder)) {
            throw new ComposeException("there is no folder 'out' to compare with; name one, or make it with"
                    + " 'jcompose bridge convert'. jcompose talks to no cluster: to compare with one, pipe"
                    + " 'jcompose bridge convert --format stream' into 'kubectl diff -f -'");
        }
        Manifests manifests = Conversions.of(call);
        List<Difference> differences = ManifestDiff.of(manifests.objects(), folder);
        for (Difference difference : differences) {
            print(call, difference);
        }
        return differences.isEmpty() ? 0 : DIFFERENT;
    }

    private static void print(Invocation call, Difference difference) {
        switch (difference.presence()) {
            case PROJECT_ONLY -> call.out().println("+ " + difference.object() + ": only in the project");
            case FOLDER_ONLY -> call.out().println("- " + difference.object() + ": only in " + difference.file());
            case BOTH -> {
                call.out().println("~ " + difference.object() + ": " + difference.file());
                for (Change change : difference.changes()) {
                    call.out().println("    " + change.path() + ": " + text(change));
                }
            }
        }
    }

    private static String text(Change change) {
        if (change.folder() == null) {
            return "+ " + change.project();
        }
        return change.project() == null ? "- " + change.folder() : change.folder() + " -> " + change.project();
    }
}
