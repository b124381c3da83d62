package io.github.jcompose.junit;

import io.github.jcompose.loader.ComposeLoader;
import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Environment;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Carries out {@link ComposeEnvironment}; registered by the annotation itself. */
public final class ComposeExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ComposeExtension.class);
    private static final int LONGEST_NAME = 30;

    /** Made by JUnit. */
    public ComposeExtension() {}

    /**
     * {@inheritDoc}
     *
     * @throws ComposeException if the project cannot be loaded, or does not come up
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        ComposeEnvironment environment = test.getAnnotation(ComposeEnvironment.class);
        if (environment != null) {
            Project project = load(environment, projectName(test));
            context.getStore(NAMESPACE).put(Environment.class, RunningProject.start(project, environment));
        }
    }

    private static Project load(ComposeEnvironment environment, String name) {
        return ComposeLoader.builder()
                .files(List.of(environment.files()))
                .services(List.of(environment.services()))
                .environment(System.getenv())
                .projectName(name)
                .build()
                .load();
    }

    private static String projectName(Class<?> test) {
        String name = test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return "t" + shortened + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Environment.class;
    }

    @Override
    public Environment resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningProject running = context.getStore(NAMESPACE).get(Environment.class, RunningProject.class);
        if (running == null) {
            throw new ComposeException("no project runs: put @ComposeEnvironment on the test class");
        }
        return running.environment();
    }
}
