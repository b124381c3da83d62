package io.github.jcompose.runtime.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.project.Names;
import org.junit.jupiter.api.Test;

class LogSourceTest {
    private static int number(String label) {
        Names names = Names.of(Project.builder().name("p").build());
        return LogSource.of(names, "id", "p-web-1", "web", label).number();
    }

    @Test
    void takesTheNumberFromALabelThatAnybodyMayHaveSet() {
        assertThat(number("3")).isEqualTo(3);
        assertThat(number("")).isZero();
        assertThat(number("-1")).isZero();
        assertThat(number("99999999999")).isZero();
        assertThat(number("one")).isZero();
    }
}
