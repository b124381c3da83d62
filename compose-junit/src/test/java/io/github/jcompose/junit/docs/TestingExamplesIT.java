package io.github.jcompose.junit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.junit.ComposeEnvironment;
import io.github.jcompose.junit.ComposeExtension;
import io.github.jcompose.junit.ComposeService;
import io.github.jcompose.junit.EnabledIfEngineAvailable;
import io.github.jcompose.junit.ServicePort;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.ServiceHandle;
import io.github.jcompose.runtime.WaitFor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of docs/testing.md. */
@EnabledIfEngineAvailable
class TestingExamplesIT {
    @Nested
    class Annotation {
        // begin annotation
        @ComposeEnvironment(files = "src/test/resources/shop/compose.yaml")
        class ShopTest {
            @Test
            void countsVisits(
                    @ComposeService("db") ServiceHandle db, @ServicePort(service = "db", port = 6379) int port) {
                assertThat(db.exec("redis-cli", "incr", "visits").out()).isEqualTo("1\n");
                assertThat(port).isPositive();
            }
        }
        // end

        @Nested
        class Runs extends ShopTest {}
    }

    @Nested
    class Shop {
        // begin shop
        @ComposeEnvironment(files = "src/test/resources/shop/compose.yaml")
        class ShopTest {
            @Test
            void serves(@ServicePort(service = "web", port = 80) URI web) {
                assertThat(web.getHost()).isNotEmpty();
                assertThat(web.getPort()).isPositive();
            }
        }
        // end

        @Nested
        class Runs extends ShopTest {}
    }

    @Nested
    class Extension {
        // begin extension
        @RegisterExtension
        static final ComposeExtension SHOP = ComposeExtension.builder()
                .files("src/test/resources/shop/compose.yaml")
                .change(shop -> shop.withService("web", web -> web.hostname("tested")))
                .waitFor(WaitFor.http("web", 80, "/"))
                .timeout(Duration.ofMinutes(1))
                .saveFailuresIn("target/environments")
                .build();

        @Test
        void serves() throws IOException {
            URI web = SHOP.environment().service("web").uri("http", 80);
            assertThat(web.toURL().openStream()).hasContent("welcome");
        }
        // end
    }

    @Nested
    class Fields {
        // begin fields
        @ComposeEnvironment(files = "src/test/resources/shop/compose.yaml")
        static Environment shop; // one for all tests of the class

        @ComposeEnvironment(files = "src/test/resources/shop/compose.yaml", services = "db")
        Environment scratch; // a new one for each test

        @Test
        void writesToItsOwnDatabase() {
            scratch.service("db").exec("redis-cli", "set", "greeting", "hello");
            ServiceHandle db = shop.service("db");
            assertThat(db.exec("redis-cli", "exists", "greeting").out()).isEqualTo("0\n");
        }
        // end
    }

    @Nested
    class EachTest {
        // begin each
        @RegisterExtension // not static: each test has its own
        final ComposeExtension shop = ComposeExtension.builder()
                .files("src/test/resources/shop/compose.yaml")
                .services("db")
                .build();

        @Test
        void beginsEmpty() {
            ServiceHandle db = shop.environment().service("db");
            assertThat(db.exec("redis-cli", "dbsize").out()).isEqualTo("0\n");
        }
        // end
    }
}
