package io.github.jcompose.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiVersionTest {
    @Test
    void comparesByNumberAndNotByText() {
        assertThat(ApiVersion.parse("1.100").atLeast("1.44")).isTrue();
        assertThat(ApiVersion.parse("1.9").atLeast("1.44")).isFalse();
        assertThat(ApiVersion.parse("v1.44").atLeast("1.44")).isTrue();
        assertThat(ApiVersion.parse("1.44")).hasToString("1.44");
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> ApiVersion.parse("1.4x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'1.4x' is no API version such as 1.41");
    }
}
