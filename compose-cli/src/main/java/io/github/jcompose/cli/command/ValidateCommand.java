package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Arguments;
import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.args.UsageException;
import io.github.jcompose.cli.report.Report;
import io.github.jcompose.cli.report.Sarif;
import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.Project;
import java.util.ArrayList;
import java.util.List;

/** Finds everything that is wrong with the files. */
final class ValidateCommand implements Command {
    private static final Flag FORMAT =
            Flag.ofText("format", "FORMAT", "How to print it (\"text\"|\"json\"|\"sarif\"), text by default");
    private static final Flag OUTPUT = Flag.ofText("output", "FILE", "Write to a file, not to the standard output")
            .orLetter('o');
    private static final Flag STRICT = Flag.ofSwitch("strict", "Fail for warnings too");

    @Override
    public Synopsis synopsis() {
        return new Synopsis(
                "validate",
                "[SERVICE...]",
                "Find everything that is wrong with the files",
                FlagSet.of(FORMAT, OUTPUT, STRICT));
    }

    @Override
    public boolean asksEngine(Arguments arguments) {
        return false;
    }

    @Override
    public int run(Invocation call) {
        Arguments arguments = call.arguments();
        String format = format(arguments);
        List<Problem> warnings = new ArrayList<>();
        List<Problem> errors = List.of();
        String summary = "";
        try {
            Project project = call.loader(arguments.rest())
                    .warnings(warnings::add)
                    .build()
                    .load();
            summary = project.name() + ": valid, services: "
                    + String.join(", ", project.services().keySet());
        } catch (ComposeFileException e) {
            errors = e.problems();
        }
        Report report = new Report(errors, warnings);
        boolean failed = !errors.isEmpty() || (arguments.is(STRICT) && !warnings.isEmpty());
        String text = switch (format) {
            case "json" -> report.json();
            case "sarif" -> Sarif.of(report, VersionCommand.version());
            default -> report.text(summary);
        };
        Output.write(call, arguments.text(OUTPUT), text);
        return failed ? 1 : 0;
    }

    private static String format(Arguments arguments) {
        String format = arguments.text(FORMAT);
        return switch (format == null ? "text" : format) {
            case "text" -> "text";
            case "json" -> "json";
            case "sarif" -> "sarif";
            default -> throw new UsageException("unsupported format \"" + format + "\": expected text, json or sarif");
        };
    }
}
