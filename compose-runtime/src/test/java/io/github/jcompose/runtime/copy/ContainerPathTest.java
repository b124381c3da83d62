package io.github.jcompose.runtime.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerPathTest {
    @ParameterizedTest
    @CsvSource({"etc,/etc", "/a/./b//c/,/a/b/c", "/a/../../b,/b", "/,/", ".,/", "/a/.,/a"})
    void startsAtTheRoot(String path, String clean) {
        assertThat(ContainerPath.clean(path)).isEqualTo(clean);
    }

    @Test
    void resolvesLinksFromTheirFolder() {
        assertThat(ContainerPath.target("/var/run", "/run")).isEqualTo("/run");
        assertThat(ContainerPath.target("/etc/mtab", "../proc/mounts")).isEqualTo("/proc/mounts");
    }

    @Test
    void tellsAFolderByItsEnding() {
        assertThat(ContainerPath.meansFolder("/a/")).isTrue();
        assertThat(ContainerPath.meansFolder("/a/.")).isTrue();
        assertThat(ContainerPath.meansFolder("/a.")).isFalse();
        assertThat(ContainerPath.meansContent("/a/")).isFalse();
    }
}
