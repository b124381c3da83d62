package io.github.jcompose.junit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the documentation to examples that are compiled and run. */
class DocumentationTest {
    private static final Path SOURCES = Path.of("src/test/java/io/github/jcompose/junit/docs");
    private static final Pattern BLOCK = Pattern.compile("<!-- snippet: (\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern QUOTE = Pattern.compile("<!-- from: (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"embedding.md, EmbeddingExamplesIT.java", "testing.md, TestingExamplesIT.java"})
    void showsExamplesAsTheyAreRun(String page, String source) throws IOException {
        String examples = Files.readString(SOURCES.resolve(source));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs", page)));
        int count = 0;
        while (blocks.find()) {
            assertThat(blocks.group(2)).as(blocks.group(1)).isEqualTo(snippet(examples, blocks.group(1)));
            count++;
        }
        assertThat(count).isEqualTo(examples.split("// begin ", -1).length - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedding.md", "testing.md"})
    void quotesSamplesAsTheyAreRun(String page) throws IOException {
        Matcher quotes = QUOTE.matcher(Files.readString(Path.of("../docs", page)));
        while (quotes.find()) {
            String source = Files.readString(Path.of("..", quotes.group(1)));
            assertThat(withoutIndent(source)).as(quotes.group(1)).contains(withoutIndent(quotes.group(2)));
        }
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    /** A reader has the file in the directory that the program runs in. */
    private static String snippet(String examples, String name) {
        Matcher matcher = Pattern.compile("// begin " + name + "\n(.*?)\n *// end", Pattern.DOTALL)
                .matcher(examples);
        assertThat(matcher.find()).as("snippet %s", name).isTrue();
        return matcher.group(1).stripIndent().replace("src/test/resources/shop/", "") + "\n";
    }
}
