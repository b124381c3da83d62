package io.github.jcompose.cli.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> COMMANDS =
            List.of("config", "down", "logs", "ps", "restart", "start", "stop", "up");

    @Test
    void findsWhatWasMistyped() {
        assertThat(Nearest.to("dwon", COMMANDS)).isEqualTo("down");
        assertThat(Nearest.to("log", COMMANDS)).isEqualTo("logs");
        assertThat(Nearest.to("conf", COMMANDS)).isEqualTo("config");
        assertThat(Nearest.to("sotp", COMMANDS)).isEqualTo("stop");
    }

    @Test
    void findsNothingNearWhatIsFar() {
        assertThat(Nearest.to("frobnicate", COMMANDS)).isNull();
        assertThat(Nearest.to("xyz", COMMANDS)).isNull();
    }
}
