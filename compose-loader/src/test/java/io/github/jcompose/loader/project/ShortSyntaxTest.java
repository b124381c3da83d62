package io.github.jcompose.loader.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.jcompose.loader.ShortSyntax;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortSyntaxTest {
    private static final Map<String, String> VARIABLES = Map.of("HOME", "/home/me");

    @TempDir
    Path folder;

    private static Mount mount(String text) {
        return ShortSyntax.mount(text, Path.of("/work"), VARIABLES);
    }

    @Test
    void resolvesTheSourceOfAMount() {
        Mount relative = mount("./html:/html:ro");

        assertThat(relative.type()).isEqualTo(Mount.BIND);
        assertThat(relative.source()).isEqualTo("/work/html");
        assertThat(relative.target()).isEqualTo("/html");
        assertThat(relative.readOnly()).isTrue();
        assertThat(relative.bind()).isNotNull();
        assertThat(relative.bind().createHostPath()).isTrue();
        assertThat(mount("~/x:/x").source()).isEqualTo("/home/me/x");
        assertThat(mount("/a:/x").source()).isEqualTo("/a");
    }

    @Test
    void knowsVolumesFromFolders() {
        assertThat(mount("data:/data").type()).isEqualTo(Mount.VOLUME);
        assertThat(mount("data:/data").source()).isEqualTo("data");
        assertThat(mount("/data").source()).isNull();
    }

    @Test
    void readsPorts() {
        assertThat(ShortSyntax.ports("127.0.0.1:8000-8001:80-81/udp"))
                .extracting(Port::hostIp, Port::published, Port::target, Port::protocol)
                .containsExactly(tuple("127.0.0.1", "8000", 80, "udp"), tuple("127.0.0.1", "8001", 81, "udp"));
    }

    @Test
    void splitsCommands() {
        assertThat(ShortSyntax.words("sh -c 'echo a b'")).containsExactly("sh", "-c", "echo a b");
        assertThat(ShortSyntax.words("")).isEmpty();
    }

    @Test
    void readsFilesOfVariables() throws IOException {
        Path file = Files.writeString(folder.resolve("vars"), "A=1\nB=${HOME}/x\n");

        assertThat(ShortSyntax.envFile(file, VARIABLES::get))
                .containsEntry("A", "1")
                .containsEntry("B", "/home/me/x");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "A=1\nB='x\n");

        assertThatThrownBy(() -> mount("aa:/b:ro:/d"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("too many colons");
        assertThatThrownBy(() -> ShortSyntax.ports("x"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("invalid container port 'x'");
        assertThatThrownBy(() -> ShortSyntax.words("'a"))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no counterpart");
        assertThatThrownBy(() -> ShortSyntax.envFile(folder.resolve("none"), VARIABLES::get))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> ShortSyntax.envFile(broken, VARIABLES::get))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("broken:2:");
    }
}
