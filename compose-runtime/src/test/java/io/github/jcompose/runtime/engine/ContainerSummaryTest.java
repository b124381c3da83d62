package io.github.jcompose.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.json.Json;
import org.junit.jupiter.api.Test;

class ContainerSummaryTest {
    private static ContainerSummary listed(String names, String state) {
        String json = "{\"Id\":\"a1\",\"Names\":[%s],\"State\":\"%s\",\"Status\":\"Removal In Progress\"}";
        return ContainerSummary.of(JsonObject.of(Json.parse(json.formatted(names, state))));
    }

    @Test
    void isGoneOnceItHasLostItsName() {
        assertThat(listed("", "removing").isGone()).isTrue();
        assertThat(listed("\"/shop-web-1\"", "removing").isGone()).isFalse();
        assertThat(listed("", "running").isGone()).isFalse();
    }
}
