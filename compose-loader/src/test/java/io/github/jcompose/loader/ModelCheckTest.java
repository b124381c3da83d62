package io.github.jcompose.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jcompose.loader.problem.ComposeFileException;
import io.github.jcompose.loader.problem.Problem;
import io.github.jcompose.model.Dependency;
import io.github.jcompose.model.DependencyCondition;
import io.github.jcompose.model.Mount;
import io.github.jcompose.model.Port;
import io.github.jcompose.model.Project;
import io.github.jcompose.model.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCheckTest {
    private static List<Problem> problems(Project project) {
        return catchThrowableOfType(ComposeFileException.class, () -> ComposeLoader.validate(project))
                .problems();
    }

    private static Project shop(Service web) {
        return Project.named("shop")
                .services(Map.of("web", web, "db", Service.of("postgres").build()))
                .build();
    }

    @Test
    void acceptsAProjectBuiltInCode() {
        Service web = Service.of("nginx").ports(List.of(Port.of(8080, 80))).build();
        assertThatCode(() -> ComposeLoader.validate(shop(web))).doesNotThrowAnyException();
    }

    @Test
    void namesThePathInPlaceOfAPosition() {
        Service web = Service.of("nginx")
                .dependsOn(Map.of("dbb", Dependency.on(DependencyCondition.SERVICE_STARTED)))
                .volumes(List.of(Mount.volume("data", "/data")))
                .build();
        assertThat(problems(shop(web)))
                .allSatisfy(problem -> {
                    assertThat(problem.location()).isNull();
                    assertThat(problem.path()).startsWith("services.web");
                })
                .extracting(Problem::render)
                .anySatisfy(text -> assertThat(text).contains("dbb").contains("did you mean 'db'?"))
                .anySatisfy(text -> assertThat(text).contains("data"));
    }

    @Test
    void refusesAServiceWithoutAnImage() {
        assertThat(problems(shop(Service.builder().build())))
                .extracting(Problem::path)
                .containsExactly("services.web");
    }

    @Test
    void refusesANameThatIsNone() {
        Project project =
                shop(Service.of("nginx").build()).toBuilder().name("Shop!").build();
        assertThat(problems(project)).isNotEmpty();
    }
}
