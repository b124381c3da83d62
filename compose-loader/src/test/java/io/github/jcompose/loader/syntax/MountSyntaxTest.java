package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountSyntaxTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // entry | type source target options, bind{}, volume{}
                "/x                 | volume - /x",
                "ab                 | volume - ab",
                "é                  | volume - é",
                "/data              | volume - /data volume{}",
                "./x                | volume - x volume{}",
                "data:/var/lib      | volume data /var/lib volume{}",
                "data:/var/lib/     | volume data /var/lib volume{}",
                "data:/a/../b//c    | volume data /b/c volume{}",
                "data:/x:ro         | volume data /x ro volume{}",
                "data:/x:ro,rw      | volume data /x volume{}",
                "data:/x:nocopy     | volume data /x volume{nocopy}",
                "data:/x:z          | volume data /x bind{z} volume{}",
                "data:/x:cached,foo | volume data /x volume{}",
                "./src:/x           | bind ./src /x bind{create}",
                ".:/x               | bind . /x bind{create}",
                "../src:/x:ro       | bind ../src /x ro bind{create}",
                "/src:/x:Z,rshared  | bind /src /x bind{Z rshared create}",
                "/src:/x:ro,private,slave | bind /src /x ro bind{slave create}",
                "/src:/x:nocopy     | bind /src /x bind{create} volume{nocopy}",
                "~/src:/x           | bind ~/src /x bind{create}",
                "~:/x               | bind ~ /x bind{create}",
                // A single letter and a colon: a drive of Windows
                "a:/b               | volume - a:/b volume{}",
                "C:\\foo:D:\\bar    | bind C:\\foo D:\\bar bind{create}",
                "C:/foo:/x:ro       | bind C:/foo /x ro bind{create}",
                "a:b:c:d            | bind a:b c:d bind{create}",
                "\\\\.\\pipe\\x:\\\\.\\pipe\\x | bind \\\\.\\pipe\\x \\\\.\\pipe\\x bind{create}",
                // Variables that nobody substituted
                "${SRC:-./a}:/x     | volume ${SRC:-./a} /x volume{}",
                "${A:-${B:-c}}:/x:ro | volume ${A:-${B:-c}} /x ro volume{}",
                "./a:${X:-/y}       | bind ./a ${X:-/y} bind{create}",
                "${SRC:-/a          | volume - ${SRC:-/a volume{}",
                "$SRC:/x            | volume $SRC /x volume{}",
            })
    void readsEntries(String text, String expected) {
        assertThat(shown(MountSyntax.parse(text))).isEqualTo(expected);
    }

    private static String shown(MountSyntax mount) {
        StringBuilder out = new StringBuilder(mount.type())
                .append(' ')
                .append(Objects.requireNonNullElse(mount.source(), "-"))
                .append(' ')
                .append(mount.target())
                .append(mount.readOnly() ? " ro" : "");
        MountSyntax.Bind bind = mount.bind();
        if (bind != null) {
            String options = (bind.selinux() == null ? "" : bind.selinux() + " ")
                    + (bind.propagation() == null ? "" : bind.propagation() + " ")
                    + (bind.createHostPath() ? "create" : "");
            out.append(" bind{").append(options.strip()).append('}');
        }
        MountSyntax.Volume volume = mount.volume();
        if (volume != null) {
            out.append(volume.nocopy() ? " volume{nocopy}" : " volume{}");
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a volume cannot be empty; expected [SOURCE:]TARGET[:OPTIONS]",
                ":/x | invalid volume ':/x': nothing before a colon; expected [SOURCE:]TARGET[:OPTIONS]",
                "data: | invalid volume 'data:': nothing after a colon; expected [SOURCE:]TARGET[:OPTIONS]",
                "data::/x | invalid volume 'data::/x': nothing before a colon; expected [SOURCE:]TARGET[:OPTIONS]",
                "data:/x: | invalid volume 'data:/x:': nothing after a colon; expected [SOURCE:]TARGET[:OPTIONS]",
                "src:dst:ro:rw | invalid volume 'src:dst:ro:rw': too many colons; expected [SOURCE:]TARGET[:OPTIONS]",
                "/a:/b:ro: | invalid volume '/a:/b:ro:': too many colons; expected [SOURCE:]TARGET[:OPTIONS]",
            })
    void refusesWhatIsNoEntry(String text, String message) {
        assertThatThrownBy(() -> MountSyntax.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
