package io.github.jcompose.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Programs that jcompose starts on the machine that it runs on. */
class ProgramsTest {
    private static final Pattern START = Pattern.compile("new ProcessBuilder\\(|Runtime\\.getRuntime\\(\\)\\.exec\\(");
    private static final Pattern SHELL_START = Pattern.compile("new ProcessBuilder\\(\\s*\"(?:/bin/)?(?:ba)?sh\"[^;]*");

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Pages.root())) {
            for (Path main : modules.filter(
                            module -> module.getFileName().toString().startsWith("compose-"))
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(main)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }

    @Test
    void areStartedInKnownPlacesOnly() throws IOException {
        TreeSet<String> starting = new TreeSet<>();
        sources().forEach((name, source) -> {
            if (START.matcher(source).find()) {
                starting.add(name);
            }
        });
        assertThat(starting)
                .as("each of them starts a program by a list of words; look twice before one is added")
                .containsExactly(
                        // docker-credential-*, named by the docker settings; what it is told goes to its input
                        "CredentialHelper",
                        // git, with "--" and checked references
                        "GitCommand",
                        // stty by a shell, with a text of our own and the settings as an argument
                        "KeysAsPressed",
                        // ssh, with a checked address
                        "ProcessDialer",
                        // stty
                        "ProcessTerminal",
                        // providers, found on the path by their names
                        "Program");
    }

    @Test
    void getNoTextOfTheUserByAShell() throws IOException {
        TreeSet<String> shells = new TreeSet<>();
        sources()
                .forEach((name, source) -> SHELL_START
                        .matcher(source)
                        .results()
                        .forEach(found -> shells.add(name + ": "
                                + found.group().replaceAll("\\s+", " ").split("\\)")[0] + ")")));
        assertThat(shells)
                .containsExactly("KeysAsPressed: new ProcessBuilder(\"sh\", \"-c\", SCRIPT, \"sh\", settings)");
        assertThat(sources().get("KeysAsPressed")).contains("private static final String SCRIPT = ");
    }
}
