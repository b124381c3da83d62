package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** What docs/testing.md compares with. */
@Testcontainers
class ShopTest {
    @Container
    static ComposeContainer shop = new ComposeContainer(new File("compose.yaml"))
            .withExposedService("web", 80, Wait.forHttp("/"));

    @Test
    void serves() {
        assertThat(shop.getServiceHost("web", 80)).isNotEmpty();
        assertThat(shop.getServicePort("web", 80)).isPositive();
    }
}
