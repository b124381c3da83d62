package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SupportedVersionTest {
    @Test
    @EnabledIfSystemProperty(named = "junit.expected", matches = ".+", disabledReason = "any version will do")
    void theseTestsRunWithTheVersionThatTheyAreMeantFor() {
        assertThat(Test.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .endsWith("-" + System.getProperty("junit.expected") + ".jar");
    }
}
