package io.github.jcompose.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {
    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx:latest, nginx",
        "nginx:1.27, docker.io/library/nginx:1.27, nginx",
        "acme/shop, docker.io/acme/shop:latest, acme/shop",
        "docker.io/nginx, docker.io/library/nginx:latest, nginx",
        "index.docker.io/acme/shop:2, docker.io/acme/shop:2, acme/shop",
        "localhost/shop, localhost/shop:latest, localhost/shop",
        "localhost:5000/a/b:1, localhost:5000/a/b:1, localhost:5000/a/b",
        "ghcr.io/acme/shop@sha256:12, ghcr.io/acme/shop@sha256:12, ghcr.io/acme/shop",
        "ghcr.io/acme/shop:1@sha256:12, ghcr.io/acme/shop:1@sha256:12, ghcr.io/acme/shop",
    })
    void knowsWhatIsLeftOut(String text, String whole, String shortName) {
        assertThat(ImageName.parse(text)).hasToString(whole);
        assertThat(ImageName.parse(text).shortName()).isEqualTo(shortName);
        assertThat(ImageName.parse(whole)).isEqualTo(ImageName.parse(text));
    }
}
