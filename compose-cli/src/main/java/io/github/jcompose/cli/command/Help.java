package io.github.jcompose.cli.command;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of {@code --help}.
 *
 * @param program how the user calls this program: {@code jcompose}, or {@code docker compose}
 */
public record Help(String program) {
    /** {@return the help of the program as a whole} */
    public String overview() {
        StringBuilder text = new StringBuilder();
        text.append("Usage:  " + program + " [OPTIONS] COMMAND\n\n")
                .append("Define and run applications of several containers\n\nOptions:\n")
                .append(options(GlobalFlags.ALL))
                .append("\nCommands:\n");
        int width = Commands.NAMES.stream().mapToInt(String::length).max().orElse(0) + 2;
        for (String name : Commands.NAMES) {
            Command command = Commands.named(name);
            if (command != null) {
                String gap = " ".repeat(width - name.length());
                text.append("  ")
                        .append(name)
                        .append(gap)
                        .append(command.synopsis().summary())
                        .append('\n');
            }
        }
        return text.append("\nRun '" + program + " COMMAND --help' for more information on a command.\n")
                .toString();
    }

    /** {@return the help of one command} */
    public String of(Synopsis synopsis) {
        return usage(synopsis)
                + "\n\n"
                + synopsis.summary()
                + "\n\nOptions:\n"
                + options(synopsis.flags().and(GlobalFlags.DRY_RUN))
                + examples(synopsis);
    }

    private String examples(Synopsis synopsis) {
        StringBuilder text = new StringBuilder();
        for (Examples.Example example : Examples.of(synopsis.name())) {
            text.append(text.isEmpty() ? "\nExamples:\n" : "")
                    .append("  # ")
                    .append(example.purpose())
                    .append("\n  ")
                    .append(program)
                    .append(' ')
                    .append(example.words())
                    .append('\n');
        }
        return text.toString();
    }

    /** {@return how the command is called, in one line without its end} */
    public String usage(Synopsis synopsis) {
        String arguments = synopsis.arguments().isEmpty() ? "" : " " + synopsis.arguments();
        return "Usage:  " + program + " " + synopsis.name() + " [OPTIONS]" + arguments;
    }

    private static String options(FlagSet set) {
        List<Flag> shown = set.flags().stream()
                .filter(flag -> !flag.hidden())
                .sorted(Comparator.comparing(Flag::name))
                .toList();
        int width = shown.stream().mapToInt(flag -> left(flag).length()).max().orElse(0) + 3;
        StringBuilder text = new StringBuilder();
        for (Flag flag : shown) {
            String left = left(flag);
            text.append(left)
                    .append(" ".repeat(width - left.length()))
                    .append(flag.help())
                    .append('\n');
        }
        return text.toString();
    }

    private static String left(Flag flag) {
        String letter = flag.letter() == 0 ? "    " : "-" + flag.letter() + ", ";
        return "  " + letter + "--" + flag.name() + (flag.value().isEmpty() ? "" : " " + flag.value());
    }
}
