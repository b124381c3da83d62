package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @CsvSource({
        "'',.",
        ".,.",
        "/,/",
        "//,/",
        "a,a",
        "a/,a",
        "./a,a",
        "a/./b,a/b",
        "a//b,a/b",
        "a/..,.",
        "a/../b,b",
        "a/b/../../..,..",
        "../a,../a",
        "../../a/..,../..",
        "../a/../..,../..",
        "/..,/",
        "/../a,/a",
        "/a/b/../c/,/a/c",
        "/a/../..,/",
        "...,...",
        "a/.../b,a/.../b",
        ".a/..b,.a/..b",
        "C:\\x\\..,C:\\x\\..",
    })
    void cleans(String path, String cleaned) {
        assertThat(Paths.clean(path)).isEqualTo(cleaned);
    }

    @ParameterizedTest
    @CsvSource({"/w,a,/w/a", "/w,../a,/a", "/w,/a,/w/a", "'',a/,a", "a/,'',a", "'','',''", "/w,.,/w", "/,a,/a"})
    void joins(String first, String second, String joined) {
        assertThat(Paths.join(first, second)).isEqualTo(joined);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\x", "c:/x", "C:/", "\\\\server\\share\\x", "\\\\.\\pipe\\x", "//server/share/x"})
    void tellsAbsolutePathsOfWindows(String path) {
        assertThat(Paths.isWindowsAbsolute(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "C", "C:", "C:x", "1:\\x", "\\x", "/x", "\\\\server", "\\\\server\\share", "./C:/x", "é:/x"})
    void tellsOtherPaths(String path) {
        assertThat(Paths.isWindowsAbsolute(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "a/../", "/", "./", "a/", "aa/b/../"})
    void cleansEndlessPaths(String part) {
        assertThat(Paths.clean(part.repeat(200_000))).isNotEmpty();
    }
}
