package io.github.jcompose.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jcompose.model.ComposeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNameTest {
    @ParameterizedTest
    @CsvSource({"web, web", "My.App_v2, my-app-v2", "_cache_, cache", "a--b, a--b"})
    void makesDnsLabels(String composeName, String expected) {
        assertThat(ObjectName.of(composeName)).hasToString(expected);
    }

    @Test
    void cutsLongNamesWithoutLeavingAHyphenAtTheEnd() {
        assertThat(ObjectName.of("a".repeat(62) + "_b").value()).isEqualTo("a".repeat(62));
    }

    @Test
    void refusesNamesWithoutLettersAndDigits() {
        assertThatThrownBy(() -> ObjectName.of("___"))
                .isInstanceOf(ComposeException.class)
                .hasMessage("no Kubernetes name can be made of '___'");
    }
}
