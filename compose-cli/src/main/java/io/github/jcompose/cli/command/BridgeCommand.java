package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.Nearest;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.kubernetes.Layout;
import io.github.jcompose.kubernetes.Manifests;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the project for another platform. */
final class BridgeCommand implements Command {
    private static final String STANDARD_OUTPUT = "-";
    private static final List<String> WORDS = List.of("convert", "transformations");

    private static final Flag FORMAT = Flag.ofText(
            "format",
            "FORMAT",
            "convert: how to arrange manifests (\"yaml\"|\"stream\"|\"kustomize\"|\"helm\");"
                    + " transformations: how to print them (\"table\"|\"json\")");
    private static final Flag OUTPUT = Flag.ofText(
                    "output", "FOLDER", "convert: where to write, \"-\" for the standard output (default \"out\")")
            .orLetter('o');
    private static final Flag QUIET =
            Flag.ofSwitch("quiet", "transformations: only print the ids").orLetter('q');
    private static final Flag TEMPLATES = Flag.ofText("templates", "FOLDER", "Not there: for transformation images")
            .hide();
    private static final Flag TRANSFORMATION = Flag.ofList(
                    "transformation", "IMAGE", "Not there: jcompose converts by itself")
            .orLetter('t')
            .hide();

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "bridge",
                "convert | transformations [list]",
                "Convert the project to Kubernetes manifests",
                FlagSet.of(FORMAT, OUTPUT, QUIET, TEMPLATES, TRANSFORMATION));
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return false;
    }

    @Override
    public int run(Invocation call) {
        List<String> words = call.arguments().rest();
        String word = words.isEmpty() ? "" : words.get(0);
        switch (word) {
            case "convert" -> convert(call, words);
            case "transformations" -> transformations(call, words);
            default ->
                throw new UsageException(
                        word.isEmpty() ? "bridge needs a word: convert or transformations" : unknown(word, WORDS));
        }
        return 0;
    }

    private static String unknown(String word, List<String> known) {
        String near = Nearest.to(word, known);
        return "unknown word of bridge: \"" + word + "\""
                + (near == null ? ": expected " + String.join(" or ", known) : "; did you mean \"" + near + "\"?");
    }

    private static void convert(Invocation call, List<String> words) {
        Arguments arguments = call.arguments();
        if (words.size() > 1) {
            throw new UsageException(
                    "bridge convert takes no arguments: " + String.join(" ", words.subList(1, words.size())));
        }
        if (arguments.given(TRANSFORMATION) || arguments.given(TEMPLATES)) {
            throw new UsageException("jcompose converts by itself and runs no transformation images;"
                    + " choose what it writes with --format, and what it makes of a service with 'x-kubernetes'");
        }
        call.rejectDryRun("bridge convert");
        Layout layout = layout(arguments.text(FORMAT));
        String output = arguments.text(OUTPUT);
        boolean printed = output == null ? layout == Layout.STREAM : output.equals(STANDARD_OUTPUT);
        if (printed && layout != Layout.STREAM && arguments.given(FORMAT)) {
            throw new UsageException("only --format stream can go to the standard output");
        }
        Manifests manifests = Conversions.of(call);
        if (printed) {
            call.out().print(manifests.stream());
            return;
        }
        Path folder = call.surroundings().directory().resolve(output == null ? "out" : output);
        int written = new OutputFolder(folder).write(manifests.files(layout));
        call.surroundings().err().println("Wrote " + written + " files to " + (output == null ? "out" : output));
    }

    private static Layout layout(@Nullable String format) {
        return switch (format == null ? "yaml" : format) {
            case "yaml" -> Layout.YAML;
            case "stream" -> Layout.STREAM;
            case "kustomize" -> Layout.KUSTOMIZE;
            case "helm" -> Layout.HELM;
            default ->
                throw new UsageException(
                        "unsupported format \"" + format + "\": expected yaml, stream, kustomize or helm");
        };
    }

    private static void transformations(Invocation call, List<String> words) {
        String word = words.size() < 2 ? "list" : words.get(1);
        switch (word) {
            case "list", "ls" ->
                Transformations.list(
                        call, call.arguments().text(FORMAT), call.arguments().is(QUIET));
            case "create" -> throw new UsageException("jcompose runs no transformation images, so it makes none");
            default -> throw new UsageException(unknown(word, List.of("list", "ls", "create")));
        }
    }
}
