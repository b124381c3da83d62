package io.github.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.runtime.ContainerInfo;
import io.github.jcompose.runtime.Environment;
import org.junit.jupiter.api.Test;

@ComposeEnvironment(files = "src/test/resources/compose.yaml")
class ComposeExtensionIT {
    @Test
    void givesTheRunningProject(Environment environment) {
        assertThat(environment.project().name()).startsWith("tcomposeextensionit-");
        assertThat(environment.containers())
                .extracting(ContainerInfo::service, ContainerInfo::health)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("cache", "healthy"));
    }
}
