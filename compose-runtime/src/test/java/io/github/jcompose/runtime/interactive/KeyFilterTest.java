package io.github.jcompose.runtime.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilterTest {
    private static final String CTRL_P = "\020";
    private static final String CTRL_Q = "\021";

    @TempDir
    Path folder;

    private KeyFilter filter(String keys) {
        return new KeyFilter(DetachKeys.of(keys, Map.of()));
    }

    private static String pass(KeyFilter filter, String typed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        return new String(filter.pass(bytes, bytes.length), StandardCharsets.UTF_8);
    }

    @Test
    void findsTheUsualKeysAndPassesOnWhatWasTypedBefore() {
        KeyFilter filter = new KeyFilter(DetachKeys.of(null, Map.of("DOCKER_CONFIG", folder.toString())));

        assertThat(pass(filter, "ls" + CTRL_P + CTRL_Q + "rm")).isEqualTo("ls");
        assertThat(filter.isDetached()).isTrue();
    }

    @Test
    void findsKeysThatComeOneByOne() {
        KeyFilter filter = filter("ctrl-p,ctrl-q");

        assertThat(pass(filter, CTRL_P)).isEmpty();
        assertThat(filter.isDetached()).isFalse();
        assertThat(pass(filter, CTRL_Q)).isEmpty();
        assertThat(filter.isDetached()).isTrue();
    }

    @Test
    void passesOnABeginningThatGoesOnOtherwise() {
        KeyFilter filter = filter("ctrl-p,ctrl-q");

        assertThat(pass(filter, CTRL_P)).isEmpty();
        assertThat(pass(filter, "x")).isEqualTo(CTRL_P + "x");
        assertThat(pass(filter, CTRL_P + CTRL_P)).isEqualTo(CTRL_P);
        assertThat(pass(filter, CTRL_Q)).isEmpty();
        assertThat(filter.isDetached()).isTrue();
    }

    @Test
    void givesBackWhatItKeptAtTheEndOfInput() {
        KeyFilter filter = filter("ctrl-p,ctrl-q");
        pass(filter, CTRL_P);

        assertThat(filter.rest()).containsExactly(16);
        assertThat(filter.rest()).isEmpty();
    }

    @Test
    void letsEverythingPassWithoutKeys() {
        KeyFilter filter = new KeyFilter(null);

        assertThat(pass(filter, "a" + CTRL_P + CTRL_Q + "ü")).isEqualTo("a" + CTRL_P + CTRL_Q + "ü");
        assertThat(filter.isDetached()).isFalse();
    }

    @Test
    void takesLettersAndControlKeysAndDelete() {
        for (String[] pair : new String[][] {
            {"a", "a"}, {"ctrl-a", "\001"}, {"ctrl-@", "\000"}, {"ctrl-[", "\033"}, {"ctrl-_", "\037"}, {"DEL", "\177"}
        }) {
            KeyFilter filter = filter(pair[0]);
            pass(filter, pair[1]);
            assertThat(filter.isDetached()).as(pair[0]).isTrue();
        }
    }

    @Test
    void takesTheKeysOfDockersSettings() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"detachKeys\": \"ctrl-e,e\"}");
        KeyFilter filter = new KeyFilter(DetachKeys.of(null, Map.of("DOCKER_CONFIG", folder.toString())));

        pass(filter, "\005e");

        assertThat(filter.isDetached()).isTrue();
    }

    @Test
    void saysWhereInvalidKeysAreSet() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"detachKeys\": \"ctrl-1\"}");

        assertThatThrownBy(() -> DetachKeys.of(null, Map.of("DOCKER_CONFIG", folder.toString())))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("\"ctrl-1\" is no key")
                .hasMessageContaining("config.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl-", "ctrl-pq", "ctrl-A", "xy", "a,,b", "ü", "ctrl-p,"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> DetachKeys.of(text, Map.of()))
                .isInstanceOf(ComposeException.class)
                .hasMessageStartingWith("invalid detach keys \"" + text + "\"");
    }
}
