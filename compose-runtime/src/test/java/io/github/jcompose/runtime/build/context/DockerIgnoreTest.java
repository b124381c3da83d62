package io.github.jcompose.runtime.build.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerIgnoreTest {
    private static boolean excludes(String text, String path) {
        DockerIgnore ignore = DockerIgnore.parse(text, ".dockerignore", List.of());
        BitSet matching = new BitSet();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            matching = ignore.matching(matching, path.substring(0, slash));
        }
        return ignore.excludes(matching, path);
    }

    @ParameterizedTest
    @CsvSource({
        "target, target",
        "target, target/classes/A.class",
        "/target, target/A.class",
        "./target/, target/A.class",
        "a/./b/../c, a/c",
        "*.log, x.log",
        "*/temp*, some/temporary.txt",
        "*/*/temp*, some/sub/temporary.txt",
        "temp?, tempa",
        "**, any/thing",
        "**/*.log, x.log",
        "**/*.log, a/b/x.log",
        "**/node_modules, node_modules/x",
        "**/node_modules, a/b/node_modules/x",
        "a/**/z, a/z",
        "a/**/z, a/b/c/z",
        "docs/**, docs/x",
        "docs/**, docs/a/x",
        "**/a/**, q/a/x",
        "[a-c]x, bx",
        "[^a-c]x, dx",
        "a.b, a.b",
        "\\*, *",
        "a+(b), a+(b)",
        "a^b, a^b",
        "日*, 日本",
    })
    void leavesOutWhatMatches(String pattern, String path) {
        assertThat(excludes(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "target, targets",
        "target, a/target",
        "*.log, a/x.log",
        "*/temp*, temporary.txt",
        "*/temp*, a/b/temporary.txt",
        "temp?, temp",
        "temp?, temp/",
        "docs/**, docs",
        "**/foo, foobar",
        "a/**/z, az",
        "[a-c]x, dx",
        "[^a-c]x, ax",
        "a.b, aXb",
        "a*c, a/c",
        "., a",
        "Target, target",
    })
    void keepsWhatDoesNotMatch(String pattern, String path) {
        assertThat(excludes(pattern, path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'*.md|!README.md', README.md, false",
        "'*.md|!README.md', other.md, true",
        "'*.md|!README*.md|README-secret.md', README-secret.md, true",
        "'*.md|README-secret.md|!README*.md', README-secret.md, false",
        "'*|!src', src/main/A.java, false",
        "'*|!src', pom.xml, true",
        "'dir|!dir/keep', dir/keep, false",
        "'dir|!dir/keep', dir/other, true",
        "'dir|!dir/keep|dir', dir/keep, true",
        "'**|!**/*.go', a/b/x.go, false",
        "'**|!**/*.go', a/b/x.c, true",
        "'! a', a, false",
        "'a|! a', a, false",
    })
    void theLastMatchDecides(String patterns, String path, boolean excluded) {
        assertThat(excludes(patterns.replace('|', '\n'), path)).isEqualTo(excluded);
    }

    @Test
    void readsCommentsBlankLinesAndWindowsLineEnds() {
        String text = "\uFEFF# comment\r\n\r\n  a  \r\n #b\r\n";

        assertThat(excludes(text, "a")).isTrue();
        assertThat(excludes(text, "# comment")).isFalse();
        assertThat(excludes(text, "#b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a[", "[]a]", "[a-]", "[-x]", "a\\", "!"})
    void tellsTheLineThatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> DockerIgnore.parse("x\n" + pattern, "ctx/.dockerignore", List.of()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("ctx/.dockerignore, line 2: ");
    }

    @Test
    void keepsWhatTheBuildNeeds() {
        DockerIgnore ignore = DockerIgnore.parse("*", ".dockerignore", List.of("a[b/Dockerfile"));

        assertThat(ignore.excludes(new BitSet(), "x")).isTrue();
        assertThat(ignore.excludes(ignore.matching(new BitSet(), "a[b"), "a[b/Dockerfile"))
                .isFalse();
        assertThat(ignore.mayTakeBack("a[b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "!a/b, a, true",
        "!a/b, b, false",
        "!a/b, a/b, false",
        "!a, a, false",
        "!a/*/c, a, true",
        "!a/*/c, a/b, true",
        "!a/*/c, c, false",
        "!**/c, z, true",
        "a, a, false",
    })
    void looksIntoFoldersThatAnExceptionMayReach(String pattern, String folder, boolean reaches) {
        assertThat(DockerIgnore.parse(pattern, "x", List.of()).mayTakeBack(folder))
                .isEqualTo(reaches);
    }
}
