package io.github.jcompose.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.cli.command.Command;
import io.github.jcompose.cli.command.Commands;
import io.github.jcompose.cli.command.Examples;
import io.github.jcompose.cli.command.Help;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keeps docs/cli.md equal to what {@code --help} says. */
class CliPageTest {
    private static final Help HELP = new Help("jcompose");

    @Test
    void thePageSaysWhatHelpSays() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Commands

                What `jcompose --help` and `jcompose COMMAND --help` print. This page is made from the commands by a
                test: do not edit it, run the tests of compose-cli with `-Djcompose.docs.write=true`.

                ## jcompose

                """);
        page.append(block(HELP.overview()));
        for (String name : Commands.NAMES) {
            page.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(block(HELP.of(command(name).synopsis())));
        }
        Pages.check("cli.md", page.toString());
    }

    @ParameterizedTest
    @FieldSource("io.github.jcompose.cli.command.Commands#NAMES")
    void everyCommandHasAnExample(String name) {
        assertThat(Examples.of(name)).as("examples of %s", name).isNotEmpty().allSatisfy(example -> {
            assertThat(example.purpose()).doesNotEndWith(".");
            assertThat(example.words()).contains(name);
        });
    }

    private static Command command(String name) {
        return Objects.requireNonNull(Commands.named(name));
    }

    private static String block(String text) {
        return "```text\n" + text + "```\n";
    }
}
