package io.github.jcompose.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jcompose.loader.problem.Problem;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class WarningsLogTest {
    @Test
    void logsWarningsWithTheirPlaces() {
        List<String> logged = new ArrayList<>();
        Logger logger = (Logger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    logged.add(method.getName() + " " + arguments[0]);
                    return null;
                });
        List<Problem> warnings = new ArrayList<>();
        byte[] file = "services: {web: {image: 'a$B'}}".getBytes(StandardCharsets.UTF_8);
        ComposeLoader.builder()
                .files(List.of("-"))
                .projectName("a")
                .standardInput(new ByteArrayInputStream(file))
                .warnings(warnings::add)
                .build()
                .load();

        warnings.forEach(warning -> ComposeLoader.Log.warn(logger, warning));

        assertThat(logged).singleElement().asString().startsWith("warn -:1:27: services.web.image: The \"B\" variable");
    }
}
