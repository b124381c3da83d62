package io.github.jcompose.runtime.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final Service PLAIN = Service.builder().build();

    private static Project project(String compatibility) {
        return Project.builder()
                .name("shop")
                .environment(Map.of("COMPOSE_COMPATIBILITY", compatibility))
                .build();
    }

    @Test
    void joinsProjectServiceAndNumber() {
        Names names = Names.of(project(""));
        assertThat(names.container("web", PLAIN, 2)).isEqualTo("shop-web-2");
        assertThat(names.image("web", PLAIN)).isEqualTo("shop-web");
    }

    @Test
    void joinsThemAsItWasDoneLongAgoWhenAsked() {
        assertThat(Names.of(project("true")).container("web", PLAIN, 2)).isEqualTo("shop_web_2");
        assertThat(Names.of(project("yes")).container("web", PLAIN, 2)).isEqualTo("shop-web-2");
    }

    @Test
    void takesTheNamesThatTheServiceSets() {
        Service service =
                Service.builder().containerName("front").image("nginx").build();
        assertThat(Names.of(project("")).container("web", service, 1)).isEqualTo("front");
        assertThat(Names.of(project("")).image("web", service)).isEqualTo("nginx");
    }

    @Test
    void leavesTheProjectOutOfTheSource() {
        Names names = Names.of(project(""));
        assertThat(names.source("shop-web-1")).isEqualTo("web-1");
        assertThat(names.source("front")).isEqualTo("front");
    }

    @Test
    void recognisesATemporaryName() {
        String temporary = Names.temporary("0123456789abcdef0123", "shop-web-1");
        assertThat(temporary).isEqualTo("0123456789ab_shop-web-1");
        assertThat(Names.intended(temporary)).isEqualTo("shop-web-1");
        assertThat(Names.intended("shop-web-1")).isNull();
    }
}
