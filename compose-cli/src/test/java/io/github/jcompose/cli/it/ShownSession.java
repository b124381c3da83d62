package io.github.jcompose.cli.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The session at a terminal that a page shows: blocks of {@code console} with commands behind {@code $} and what they
 * print, and files in blocks behind a line that ends with the name of the file in backquotes and a colon.
 */
final class ShownSession {
    private static final Pattern BLOCK = Pattern.compile("(?:`([^`\n]+)`:\n\n)?```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    private final Path directory;
    private final String page;

    ShownSession(Path directory, String page) {
        this.directory = directory;
        this.page = page;
    }

    /** {@return what the page shows} */
    String shown() {
        StringBuilder shown = new StringBuilder();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            if (blocks.group(2).equals("console")) {
                shown.append(blocks.group(3));
            }
        }
        return comparable(shown.toString());
    }

    /** {@return what the commands of the page really print, one block after the other, files written in between} */
    String real() throws IOException, InterruptedException {
        StringBuilder real = new StringBuilder();
        Matcher blocks = BLOCK.matcher(page);
        while (blocks.find()) {
            if (blocks.group(1) != null) {
                Path file = directory.resolve(blocks.group(1));
                Files.createDirectories(file.getParent());
                Files.writeString(file, blocks.group(3));
            } else if (blocks.group(2).equals("console")) {
                real.append(run(blocks.group(3)));
            }
        }
        return comparable(real.toString());
    }

    private String run(String block) throws IOException, InterruptedException {
        List<String> script = new ArrayList<>();
        for (String line : block.lines().toList()) {
            if (line.startsWith("$ ")) {
                String command = line.substring(2);
                script.add("printf '%s\\n' '$ " + command.replace("'", "'\\''") + "'");
                script.add(command);
            }
        }
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", String.join("\n", script))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path launcher = Launcher.in(directory).script();
        shell.environment().put("PATH", launcher.getParent() + ":" + System.getenv("PATH"));
        Process process = shell.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /**
     * The text without what differs from run to run: ages, ids, digests, times of day, sizes of columns that follow from
     * them, and the order of lines that several containers make at once.
     */
    static String comparable(String text) {
        return text.replaceAll("(?:\\d+|Less than a|About an?) (?:second|minute|hour)s?( ago)?", "AGE")
                .replaceAll("\\b[0-9a-f]{12}(?=_|\\b)|\\b[0-9a-f]{64}\\b", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?", "TIME")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?", "TIME")
                .replaceAll("(?m) +", " ")
                .replaceAll("(?m) $", "");
    }
}
