package io.github.jcompose.loader.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> ATTRIBUTES = List.of(
            "image",
            "ports",
            "volumes",
            "volumes_from",
            "environment",
            "depends_on",
            "command",
            "configs",
            "init",
            "db");

    @ParameterizedTest
    @CsvSource({
        "prots,ports",
        "port,ports",
        "Ports,ports",
        "IMAGE,image",
        "volume,volumes",
        "enviroment,environment",
        "dependsOn,depends_on",
        "depend-on,depends_on",
        "comand,command",
        "dbb,db",
        "dc,db",
        "int,init",
    })
    void findsWhatWasMeant(String given, String meant) {
        assertThat(NearestName.of(given, ATTRIBUTES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyz", "foobar", "x", "''", "entrypoint", "stats"})
    void findsNothingFarAway(String given) {
        assertThat(NearestName.of(given, ATTRIBUTES)).isEmpty();
    }

    @Test
    void prefersTheNearerAndThenTheAlphabeticallyFirst() {
        assertThat(NearestName.of("web", List.of("wed", "wb", "weba"))).contains("wb");
        assertThat(NearestName.of("service", List.of("servers", "services"))).contains("services");
    }

    @Test
    void doesNotCompareEndlessNames() {
        assertThat(NearestName.of("a".repeat(1_000_000), List.of("a".repeat(1_000_000))))
                .isEmpty();
    }
}
