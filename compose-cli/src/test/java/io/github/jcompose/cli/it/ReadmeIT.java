package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds README.md to what really happens. */
@NeedsEngine
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReadmeIT {
    private static final Path ROOT = Launcher.inRepository("").directory();

    @Test
    void showsTheProgramThatIsTested() throws IOException {
        String example = Files.readString(
                ROOT.resolve("compose-cli/src/test/java/io/github/jcompose/cli/it/ReadmeExample.java"));
        String shown = example.substring(example.indexOf("// begin\n") + 9, example.indexOf("        // end"));

        // A reader runs it at the top of the repository, and sees what it prints.
        String program = shown.replace("directory.resolve(", "Path.of(").replace("out.print", "System.out.print");
        assertThat(block("java")).isEqualTo(program.stripTrailing().stripIndent() + "\n");
    }

    @Test
    void showsAProgramThatWorks() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ReadmeExample.run(ROOT, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out).hasToString("hello-web-1 is running\n");
        assertThat(Launcher.inRepository("samples/hello").run("ps", "-aq").ok().out())
                .isEmpty();
    }

    @Test
    void showsTheSessionAsItGoes() throws Exception {
        String session = block("console");
        String script = session.lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .map(command -> "echo '$ " + command + "'\n" + command + "\n")
                .collect(Collectors.joining());
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", script).directory(ROOT.toFile()).redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(comparable(output)).isEqualTo(comparable(session));
    }

    /** The text without what differs from run to run: ages, and the widths of columns that follow from them. */
    private static String comparable(String text) {
        return text.replaceAll("(?:\\d+|Less than a|About a) (?:second|minute)s?", "AGE")
                .replaceAll(" +", " ")
                .replaceAll(" \n", "\n");
    }

    private static String block(String language) throws IOException {
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(matcher.find()).as("README.md has a %s block", language).isTrue();
        return matcher.group(1);
    }
}
