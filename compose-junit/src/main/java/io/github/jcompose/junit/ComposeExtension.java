package io.github.jcompose.junit;

import io.github.jcompose.model.ComposeException;
import io.github.jcompose.model.Project;
import io.github.jcompose.runtime.Environment;
import io.github.jcompose.runtime.EnvironmentOptions;
import io.github.jcompose.runtime.ServiceHandle;
import io.github.jcompose.runtime.WaitFor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Starts environments for tests: by {@link ComposeEnvironment}, which registers it, or in a field with
 * {@code @RegisterExtension}, built with {@link #builder()}: a static field for the tests of the class, an instance field
 * for each test its own. For JUnit 5.10 and later, and 6. Tests may run in parallel.
 */
public final class ComposeExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private final Environments environments;

    /** Made by JUnit, for {@link ComposeEnvironment}. */
    public ComposeExtension() {
        this(null);
    }

    private ComposeExtension(@Nullable Settings own) {
        this.environments = new Environments(own);
    }

    /** {@return a builder for an extension in a field: isolated, shared by the tests of the class} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the environment that runs; where each test has its own and they run at once, take the parameter instead}
     *
     * @throws ComposeException if none was started yet
     */
    public Environment environment() {
        return environments.latest();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ComposeException if the project cannot be loaded, or does not come up
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        environments.startForClass(context);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ComposeException if the project cannot be loaded, or does not come up
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        environments.startForTest(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Environment.class
                || parameter.isAnnotated(ServicePort.class)
                || (parameter.isAnnotated(ComposeService.class)
                        && parameter.getParameter().getType() == ServiceHandle.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Environment environment = environments.forParameter(context);
        Optional<ServicePort> port = parameter.findAnnotation(ServicePort.class);
        if (port.isPresent()) {
            return PortParameter.resolve(environment, port.get(), parameter.getParameter());
        }
        return parameter
                .findAnnotation(ComposeService.class)
                .<Object>map(service -> environment.service(service.value()))
                .orElse(environment);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        throw reported(context, throwable);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw reported(context, throwable);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw reported(context, throwable);
    }

    private Throwable reported(ExtensionContext context, Throwable failure) {
        boolean aborted = failure instanceof org.opentest4j.TestAbortedException;
        if (!aborted) {
            environments.forEachRunning(
                    context, (started, settings) -> FailureReport.add(failure, started, settings, context));
        }
        return failure;
    }

    /** Collects what to start, and how. */
    public static final class Builder {
        private List<String> files = List.of();
        private List<String> services = List.of();
        private List<String> profiles = List.of();
        private final Map<String, String> variables = new TreeMap<>(System.getenv());
        private @Nullable Supplier<Project> source;
        private UnaryOperator<Project> change = project -> project;
        private final List<WaitFor> waits = new ArrayList<>();
        private EnvironmentOptions options = EnvironmentOptions.isolated().build();
        private Sharing sharing = Sharing.CLASS;
        private String saveFailuresIn = "";

        private Builder() {}

        /** Gives the compose files in merge order, relative to the directory that the tests run in. */
        public Builder files(String... files) {
            this.files = List.of(files);
            return this;
        }

        /** Gives the services to start with what they depend on. */
        public Builder services(String... services) {
            this.services = List.of(services);
            return this;
        }

        /** Gives the active profiles. */
        public Builder profiles(String... profiles) {
            this.profiles = List.of(profiles);
            return this;
        }

        /** Gives a variable for interpolation, besides those of the process. */
        public Builder variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        /** Gives a project in place of files. */
        public Builder project(Supplier<Project> source) {
            this.source = source;
            return this;
        }

        /** Changes the project before it is started; may be called several times. */
        public Builder change(UnaryOperator<Project> change) {
            UnaryOperator<Project> before = this.change;
            this.change = project -> change.apply(before.apply(project));
            return this;
        }

        /** Gives something to wait for, besides health. */
        public Builder waitFor(WaitFor condition) {
            waits.add(condition);
            return this;
        }

        /** Gives for how long services may take to come up, once images are there. */
        public Builder timeout(Duration timeout) {
            options = options.toBuilder().timeout(timeout).build();
            return this;
        }

        /** Gives all other options; by default {@link EnvironmentOptions#isolated()}. */
        public Builder options(EnvironmentOptions options) {
            this.options = options;
            return this;
        }

        /** Gives which tests share one start. */
        public Builder sharing(Sharing sharing) {
            this.sharing = sharing;
            return this;
        }

        /** Gives a folder to save states and logs in when a test fails. */
        public Builder saveFailuresIn(String folder) {
            this.saveFailuresIn = folder;
            return this;
        }

        Settings settings(@Nullable Object key) {
            List<WaitFor> all = new ArrayList<>(options.waits());
            all.addAll(waits);
            return new Settings(
                    files,
                    services,
                    profiles,
                    Map.copyOf(variables),
                    source,
                    change,
                    options.toBuilder().waits(all).build(),
                    sharing,
                    saveFailuresIn,
                    key == null ? new Object() : key);
        }

        /** {@return the extension} */
        public ComposeExtension build() {
            return new ComposeExtension(settings(null));
        }
    }
}
