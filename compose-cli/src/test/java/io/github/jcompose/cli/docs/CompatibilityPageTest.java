package io.github.jcompose.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.args.Flag;
import io.github.jcompose.cli.args.FlagSet;
import io.github.jcompose.cli.command.Command;
import io.github.jcompose.cli.command.Commands;
import io.github.jcompose.cli.command.GlobalFlags;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the flags of jcompose against those of docker compose, and keeps docs/compatibility.md true. */
class CompatibilityPageTest {
    private static final String GLOBAL = "*";

    private final Map<String, String> reasons = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    @Test
    void everyFlagOfDockerComposeIsThereOrHasAReason() throws IOException {
        for (String line : Pages.lines("missing.txt")) {
            String[] cells = line.split("\\|", 3);
            reasons.put(cells[0].strip() + " " + cells[1].strip(), cells[2].strip());
        }
        page.append("""
                # Compatibility with docker compose

                Every command and flag of docker compose 5.5. "yes": jcompose takes it and does the same. A flag in
                parentheses is hidden or without effect in docker compose; jcompose takes it so that scripts go on
                working. This page is made and checked by a test: do not edit it. Where jcompose means to differ,
                [differences.md](differences.md) says so.

                """);
        for (String line : Pages.lines("docker-compose.txt")) {
            int colon = line.indexOf(':');
            command(line.substring(0, colon), words(line.substring(colon + 1)));
        }
        own();
        assertThat(wrong)
                .as("flags that are missing without a reason, or with one and there")
                .isEmpty();
        assertThat(reasons).as("reasons for what does not exist").isEmpty();
        Pages.check("compatibility.md", page.toString());
    }

    private void command(String name, List<String> flags) {
        page.append(name.equals(GLOBAL) ? "## Before the command\n\n" : "## " + name + "\n\n");
        FlagSet own = flagsOf(name);
        String reason = reasons.remove(name + " -");
        if (own == null || reason != null) {
            if ((own == null) == (reason == null)) {
                wrong.add(name);
            }
            page.append("Not there: ").append(reason).append(".\n\n");
            return;
        }
        if (flags.isEmpty()) {
            page.append("yes; it has no flags.\n\n");
            return;
        }
        page.append("| flag | jcompose |\n|---|---|\n");
        for (String flag : flags) {
            String answer = answer(name, own, flag);
            String shown = flag.replace("/", ", ").replace("(", "").replace(")", "");
            String code = "`" + shown + "`";
            page.append("| ").append(flag.startsWith("(") ? "(" + code + ")" : code);
            page.append(" | ").append(answer).append(" |\n");
        }
        page.append('\n');
    }

    private String answer(String command, FlagSet own, String written) {
        String plain = written.replace("(", "").replace(")", "");
        String name = plain.substring(plain.indexOf("--") + 2);
        Flag flag = own.named(name);
        boolean there = flag != null && !flag.help().startsWith("Not there yet");
        boolean letter =
                !plain.startsWith("-" + plain.charAt(1) + "/") || (flag != null && flag.letter() == plain.charAt(1));
        String reason = reasons.remove(command + " --" + name);
        if ((there && letter) == (reason != null)) {
            wrong.add(command + " " + written);
        }
        return reason == null ? "yes" : "no: " + reason;
    }

    /** What jcompose has besides. */
    private void own() throws IOException {
        Map<String, List<String>> theirs = new LinkedHashMap<>();
        for (String line : Pages.lines("docker-compose.txt")) {
            int colon = line.indexOf(':');
            theirs.put(line.substring(0, colon), words(line.substring(colon + 1)));
        }
        page.append("## Only in jcompose\n\n");
        for (String name : Commands.NAMES) {
            if (!theirs.containsKey(name)) {
                Command command = Commands.named(name);
                page.append("- `jcompose ")
                        .append(name)
                        .append("`: ")
                        .append(command.synopsis().summary())
                        .append('\n');
            }
        }
        theirs.forEach((name, flags) -> {
            FlagSet own = flagsOf(name);
            if (own != null) {
                own.flags().stream()
                        .filter(flag -> !flag.hidden() && !flag.name().equals("help"))
                        .filter(flag -> flags.stream()
                                .noneMatch(known -> known.replace(")", "").endsWith("--" + flag.name())))
                        .forEach(flag -> page.append("- `")
                                .append(name.equals(GLOBAL) ? "jcompose" : "jcompose " + name)
                                .append(" --")
                                .append(flag.name())
                                .append("`: ")
                                .append(flag.help())
                                .append('\n'));
            }
        });
    }

    private static @Nullable FlagSet flagsOf(String name) {
        if (name.equals(GLOBAL)) {
            return GlobalFlags.ALL;
        }
        Command command = Commands.named(name);
        return command == null ? null : command.synopsis().flags();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }
}
