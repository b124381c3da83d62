package io.github.jcompose.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds a library to jcompose says in CONTRIBUTING.md what it is for and under which licence it comes. */
class LicencesIT {
    private static final Pattern ROW = Pattern.compile("\\| `([\\w*.-]+)` \\| ([^|]+) \\| [^|]+ \\|");
    private static final Pattern JAR = Pattern.compile("(.+?)-[0-9][\\w.-]*\\.jar");

    @Test
    void areKnownOfAllThatIsShipped() throws IOException {
        TreeSet<String> shipped = new TreeSet<>();
        for (String jar :
                Files.readString(Path.of("target/launcher/classpath")).strip().split(File.pathSeparator)) {
            Matcher name = JAR.matcher(Path.of(jar).getFileName().toString());
            assertThat(name.matches()).as(jar).isTrue();
            if (!name.group(1).startsWith("compose-")) {
                shipped.add(name.group(1));
            }
        }
        TreeSet<String> unused = new TreeSet<>();
        TreeSet<String> unknown = new TreeSet<>(shipped);
        Matcher rows = ROW.matcher(Files.readString(Path.of("../CONTRIBUTING.md")));
        while (rows.find()) {
            assertThat(rows.group(2).strip()).as(rows.group(1)).isIn("Apache-2.0", "MIT", "BSD-3-Clause");
            Pattern named = Pattern.compile(rows.group(1).replace(".", "\\.").replace("*", ".*"));
            if (shipped.stream().noneMatch(jar -> named.matcher(jar).matches())) {
                unused.add(rows.group(1));
            }
            unknown.removeIf(jar -> named.matcher(jar).matches());
        }
        assertThat(unknown).as("libraries without a row in CONTRIBUTING.md").isEmpty();
        assertThat(unused).as("rows of libraries that are not shipped").isEmpty();
    }
}
